"""The home screen: its view, its presenter, its dialogs."""
