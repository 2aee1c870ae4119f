"""Tests, in the tree of app."""
