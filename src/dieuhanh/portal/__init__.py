"""The public pages: what the register knows, for everybody, on the web."""
