"""The week: compiled, composed, checked, published, followed."""
