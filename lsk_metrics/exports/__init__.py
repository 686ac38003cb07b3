"""Exports: an answer as the bytes of a file. The same answer gives the same bytes, on a page and on the command line."""
