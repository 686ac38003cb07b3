"""What `lsk doctor` looks at: each check gives findings, and mends nothing."""
