"""One module a kind of resource: its filters, its views, and their table."""
