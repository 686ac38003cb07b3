"""Where a translation by sqlglot would not mean the same in Spark: one rule for each difference, with its reason."""
