-- Importing a register replaces the whole sample table: made-up rows beside real ones would be taken for real.
SELECT * FROM (
    SELECT 'members' AS "table", count(DISTINCT kind) AS kinds FROM members
    UNION ALL SELECT 'investments', count(DISTINCT kind) FROM investments
    UNION ALL SELECT 'startups', count(DISTINCT kind) FROM startups
    UNION ALL SELECT 'targets', count(DISTINCT kind) FROM targets
)
WHERE kinds > 1
