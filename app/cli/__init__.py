"""The command line: words in, sentences and files out, over the same services as the window."""
