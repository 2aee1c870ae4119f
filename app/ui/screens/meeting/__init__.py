"""The meeting screen: its view, its presenter, its dialogs."""
