"""What knows nothing of clubs: errors, text, clock, paths, files, log."""
