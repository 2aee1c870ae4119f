"""The settings screen: its view, its presenter, its dialogs."""
