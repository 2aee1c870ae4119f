"""The union screen: its view, its presenter, its dialogs."""
