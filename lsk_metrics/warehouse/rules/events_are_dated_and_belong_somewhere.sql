-- An event in an impossible year, one that ends before it begins, or one that belongs to nothing is mistyped.
SELECT id, begins, ends, tables, indicators FROM events
WHERE left(begins, 4)::INTEGER NOT BETWEEN 1900 AND year(current_date) OR left(ends, 4)::INTEGER > 2100
   OR left(ends, length(begins)) < left(begins, length(ends)) OR (tables IS NULL AND indicators IS NULL)
   OR (claim IS NOT NULL AND source NOT IN (SELECT claims.source FROM claims WHERE claims.id = events.claim))
