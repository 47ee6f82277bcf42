"""One module a thing that visitors may do."""
