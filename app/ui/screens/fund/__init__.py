"""The fund screen: its view, its presenter, its dialogs."""
