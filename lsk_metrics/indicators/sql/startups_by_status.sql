/*
title = "Start-ups by what became of them"
question = "What became of the start-ups?"
definition = "Companies in the register of start-ups launched by the last year of the register, by what the register says of them now: active, acquired or closed. On which day a status was last looked at is not recorded."
why = "It shows whether companies last, which matters more for the region's economy than how many are launched."
theme = "startups"
unit = "companies"
direction = "neither"
role = "result"
additive = ["place", "group"]
sources = ["startups"]
caveats = ["launch_year"]
chart = "bars"
owner = "cluster office"
filters = ["areas", "value_chains", "statuses"]

[names]
active = "Active"
acquired = "Acquired"
closed = "Closed"

[sentence]
text = "Of {parts_total_n} start-ups launched by {part_year}, the largest group is “{top}” with {top_n}."
narrowed = "the largest group is “{top}” with {top_n} of {parts_total_n} launched by {part_year}."
*/
SELECT home.code AS place, last.year, count(*) AS value, status AS series, any_value(kind) AS kind, any_value(source) AS source
FROM startups
CROSS JOIN home
CROSS JOIN (SELECT year(max(launched)) AS year FROM startups) AS last
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], startups.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(startups.value_chain, 'none')))
  AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses::VARCHAR[], startups.status))
GROUP BY home.code, last.year, status
