"""The tests, a package: other distributions install one of that name too."""
