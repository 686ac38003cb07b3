-- A share of a whole lies between 0 and 100; anything else has its unit or its decimal comma wrong.
SELECT * FROM (
    SELECT 'observations' AS "table", dataset || ' ' || region AS row, year, value FROM observations WHERE unit LIKE 'PC%'
    UNION ALL
    SELECT 'powiat_figures', measure || ' ' || teryt, year, value FROM powiat_figures
    WHERE unit = '%' AND measure NOT LIKE '%vs_national%'
    UNION ALL
    SELECT 'claims', id, year, value FROM claims WHERE unit = '%'
)
WHERE value NOT BETWEEN 0 AND 100
