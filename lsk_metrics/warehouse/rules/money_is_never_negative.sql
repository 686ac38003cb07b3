-- An amount put in cannot be below zero; a correction belongs on the row it corrects.
SELECT * FROM (
    SELECT 'investments' AS "table", id AS row, amount_eur_m AS eur_m FROM investments
    UNION ALL SELECT 'startups', id, seed_funding_eur_m FROM startups
    UNION ALL SELECT 'observations', dataset || ' ' || region || ' ' || year, value FROM observations WHERE unit = 'MIO_EUR'
)
WHERE eur_m < 0
