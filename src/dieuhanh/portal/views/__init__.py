"""One module a kind of page: parse the address, one reader, render."""
