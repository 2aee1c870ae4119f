"""Rules and shapes: plain Python, no files, no database, no window."""
