-- The shares of the kinds of member are parts of one whole: less than 100 is "not stated", more is a mistake.
SELECT year, sum(value) AS total_pct, string_agg(id, ', ') AS claims
FROM claims
WHERE topic = 'members' AND unit = '%'
GROUP BY year
HAVING sum(value) > 100
