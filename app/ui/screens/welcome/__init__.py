"""The welcome screen: its view, its presenter, its dialogs."""
