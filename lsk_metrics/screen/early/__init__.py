"""The pages as they are drawn first: run here without a browser, and kept as HTML that is read before any script."""
