"""The loans screen: its view, its presenter, its dialogs."""
