"""Papers: golden texts, pages, odd content."""
