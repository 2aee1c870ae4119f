"""The reports screen: its view, its presenter, its dialogs."""
