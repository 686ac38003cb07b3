"""The writing wing: from cards and files to a published snapshot."""
