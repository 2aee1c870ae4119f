"""The backups screen: its view, its presenter, its dialogs."""
