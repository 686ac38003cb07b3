-- What the figures of an indicator allow: the lowest value; over how many years its longest line runs; how many pairs
-- of neighbouring years without a break between them there are; how many values have a population.
WITH {measured},
paired AS (
    SELECT *, lag(year) OVER line AS year_before, lag(value) OVER line AS value_before
    FROM lined
    WINDOW line AS (PARTITION BY place, series, origin ORDER BY year)
),
people AS (
{population}
)
SELECT min(value) AS lowest,
       (SELECT max(years) FROM (SELECT count(value) AS years FROM lined GROUP BY place, series, origin, stretch)) AS years,
       count(*) FILTER (year_before = year - 1 AND NOT contains(flag, 'b') AND value IS NOT NULL AND value_before IS NOT NULL) AS pairs,
       (SELECT count(*) FROM lined JOIN people ON people.place = lined.place AND people.year = lined.year
        WHERE lined.value IS NOT NULL AND people.value > 0) AS peopled
FROM paired
