"""What was measured, kept as it was measured, judged against the targets, and written down for readers."""
