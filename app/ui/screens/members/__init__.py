"""The members screen: its view, its presenter, its dialogs."""
