"""What people decided about facts: kept for good, by the words that the facts rest on."""
