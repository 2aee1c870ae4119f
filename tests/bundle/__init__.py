"""The signed file, and everything that could be done to it on the way."""
