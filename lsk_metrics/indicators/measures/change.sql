/*
title = "{title}, change on the year before"
question = "How much does it change from year to year?"
definition = "Each value less that of the year before; across a missing year or a break in the series no change is given."
unit = "difference"
caveats = ["yearly_change"]
views = ["ranking"]
views_refused = "By its change on the year before, an indicator has a ranking and no other view."

[sentence]
text = "{title}, {where}: {last} in {last_year}."
*/
-- Each value less that of the year before. Across a gap or a break there is none; the first year of a line has nothing
-- to be held against and is no row.
WITH {measured},
paired AS (
    SELECT *, lag(year) OVER line AS year_before, lag(value) OVER line AS value_before, lag(flag) OVER line AS flag_before,
           lag(source) OVER line AS source_before
    FROM lined
    WINDOW line AS (PARTITION BY place, series, origin ORDER BY year)
)
SELECT place, year,
       CASE WHEN year_before = year - 1 AND NOT contains(flag, 'b') THEN round(value - value_before, 6) END AS value, series,
       CASE WHEN kind = 'illustrative' THEN kind ELSE 'derived' END AS kind,
       CASE WHEN flag IN ('>', '<', '~') OR flag_before IN ('>', '<', '~') THEN '~'
            ELSE coalesce(list_aggregate(list_sort(list_distinct(string_split(flag || replace(flag_before, 'b', ''), ''))), 'string_agg', ''), '')
       END AS flag,
       CASE WHEN source_before = source THEN source ELSE source_before || ' ' || source END AS source
FROM paired
WHERE year_before IS NOT NULL
