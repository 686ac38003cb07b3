/*
title = "Start-ups by area of interest"
question = "What do the start-ups do?"
definition = "Companies in the register of start-ups launched by the last year of the register, by the one area of interest entered for each, whatever became of them later. Only companies launched with the help of seed funds are entered."
why = "It shows in which fields research turns into companies."
theme = "startups"
unit = "companies"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["startups"]
caveats = ["launch_year"]
chart = "bars"
owner = "cluster office"
series = "areas"
filters = ["areas", "value_chains", "statuses"]

[sentence]
text = "The largest group is “{top}” with {top_value} of {parts_total_n} launched by {part_year}."
narrowed = "the largest group is “{top}” with {top_n} of {parts_total_n} launched by {part_year}."
*/
SELECT home.code AS place, last.year, count(*) AS value, area AS series, any_value(kind) AS kind, any_value(source) AS source
FROM startups
CROSS JOIN home
CROSS JOIN (SELECT year(max(launched)) AS year FROM startups) AS last
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], startups.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(startups.value_chain, 'none')))
  AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses::VARCHAR[], startups.status))
GROUP BY home.code, last.year, area
