"""A paper confirmed by its check code: its view, its presenter."""
