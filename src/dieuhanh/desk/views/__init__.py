"""One module a subject: parse, one action or reader, render."""
