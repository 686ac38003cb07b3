-- A figure from the future, or from before statistics began, has its year mistyped.
SELECT * FROM (
    SELECT 'observations' AS "table", dataset || ' ' || region AS row, year FROM observations
    UNION ALL SELECT 'powiat_figures', measure || ' ' || teryt, year FROM powiat_figures
    UNION ALL SELECT 'higher_education', place || ' ' || measure, year FROM higher_education
    UNION ALL SELECT 'claims', id, year FROM claims WHERE year IS NOT NULL
    UNION ALL SELECT 'members', id, year(joined) FROM members
    UNION ALL SELECT 'members', id, year("left") FROM members WHERE "left" IS NOT NULL
    UNION ALL SELECT 'investments', id, year FROM investments
    UNION ALL SELECT 'startups', id, year(launched) FROM startups
    UNION ALL SELECT 'targets', id, baseline_year FROM targets
    UNION ALL SELECT 'targets', id, year(adopted) FROM targets
)
WHERE year NOT BETWEEN 1950 AND year(current_date)
