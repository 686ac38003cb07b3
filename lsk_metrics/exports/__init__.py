"""Exports: answers and their pictures as files that are handed out, each whole by itself; the same bytes each time."""
