"""The supervisor's screen: its view, its presenter, its dialogs."""
