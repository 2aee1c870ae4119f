"""The officer's visits to clubs: the view, its presenter, its dialogs."""
