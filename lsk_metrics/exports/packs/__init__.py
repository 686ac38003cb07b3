"""A pack: all files of a review, in each language asked for, and the zip that holds them with their data."""
