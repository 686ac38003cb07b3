"""The page of targets: its choices, its table, its files and its rules."""
