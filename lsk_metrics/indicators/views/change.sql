/*
title = "{title}: change"
question = "What has changed?"
definition = "The last value of each region within the period less its first, with the years they are of. Where its producer marks a break in the series between the two, no change is given."
unit = "difference"
series = "Years compared"
needs = []
caveats = ["no_change_across_break"]

[sentence]
text = "{title}: {home} {change} ({period}); the changes of {of} regions compared run from {bottom_change} ({bottom}) to {top_change} ({top})."
only = "{title}: {home} {change} ({period}); for no other region can a change be given."
broken = "{title}: for {home} no change is given, because the series has a break between the two years; the changes of {of} regions compared run from {bottom_change} ({bottom}) to {top_change} ({top})."
broken_only = "{title}: no change is given for {home}, because the series has a break between the two years, nor for any region compared."
without = "{title}: there are not two figures for {home} in this period; the changes of {of} regions compared run from {bottom_change} ({bottom}) to {top_change} ({top})."
nothing = "{title}: in this period a change can be given for no region compared."
*/
-- From the first to the last value of each place within the period; series says which years these are. Where a break
-- lies between them there is no value, and the flag is b.
WITH {compared},
ends AS (
    SELECT place, min(year) AS first_year, max(year) AS last_year, arg_min(value, year) AS first_value,
           arg_max(value, year) AS last_value, arg_min(stretch, year) <> arg_max(stretch, year) AS broken,
           arg_min(flag, year) || arg_max(flag, year) AS flags, arg_max(source, year) AS source
    FROM stretched
    WHERE value IS NOT NULL
    GROUP BY place
)
SELECT place, coalesce(last_year, (SELECT max(last_year) FROM ends)) AS year,
       CASE WHEN last_year > first_year AND NOT broken THEN round(last_value - first_value, 6) END AS value,
       CASE WHEN last_year > first_year THEN first_year || '–' || last_year END AS series, 'derived' AS kind,
       CASE WHEN broken THEN 'b'
            ELSE coalesce(list_aggregate(list_sort(list_distinct(regexp_extract_all(flags, '[^b]'))), 'string_agg', ''), '')
       END AS flag,
       coalesce(source, (SELECT min(source) FROM ends)) AS source
FROM compared LEFT JOIN ends USING (place)
WHERE EXISTS (SELECT 1 FROM ends)
ORDER BY value IS NULL, CASE WHEN $less_is_better THEN value ELSE -value END, sort
