"""The ground both wings meet on: snapshots, each one immutable DuckDB file."""
