"""Training courses and exchange visits: the view, its presenter, its dialogs."""
