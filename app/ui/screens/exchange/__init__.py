"""The exchange screen: its view, its presenter, its dialogs."""
