"""The foundation's own tables, and the sample that stands in for them."""
