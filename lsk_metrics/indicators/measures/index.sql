/*
title = "{title}, start = 100"
question = "How far has it come since the start?"
definition = "Each value as a percentage of the first one of its line within the period, which is 100. After a break in the series the line starts anew, and what lies before is left out."
unit = "index"
caveats = ["index_start"]
views = []
views_refused = "An index starts at 100 in a year of each region's own, so regions are not held against each other by it."

[sentence]
text = "{title}, {where}: {last_n} in {last_year}, where {first_year} is 100."
*/
-- Each value as a percentage of the first that its line has in the period. A line begins anew after its last break:
-- values before it are left out, because two starts in one picture would be taken for one; so is a start alone.
WITH {measured},
unbroken AS (
    SELECT *
    FROM lined
    WHERE year BETWEEN $first_year AND $last_year
    QUALIFY stretch = max(stretch) FILTER (value IS NOT NULL) OVER (PARTITION BY place, series, origin)
),
started AS (
    SELECT *,
           min(year) FILTER (value IS NOT NULL) OVER line AS start,
           arg_min(value, year) FILTER (value IS NOT NULL) OVER line AS base,
           arg_min(flag, year) FILTER (value IS NOT NULL) OVER line AS base_flag,
           count(value) OVER line AS values
    FROM unbroken
    WINDOW line AS (PARTITION BY place, series, origin)
)
SELECT place, year, CASE WHEN base > 0 THEN round(100 * value / base, 6) END AS value, series,
       CASE WHEN kind = 'illustrative' THEN kind ELSE 'derived' END AS kind,
       CASE WHEN flag IN ('>', '<', '~') OR (base_flag IN ('>', '<', '~') AND year > start) THEN '~' ELSE flag END AS flag,
       source
FROM started
WHERE year >= start AND values > 1
