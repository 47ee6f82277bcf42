"""Pages, the documents that they report and cite, and what they order."""
