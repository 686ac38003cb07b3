/*
title = "Start-ups by town"
question = "Where were start-ups launched?"
definition = "Companies in the register of start-ups launched by the year shown, by the town in which each has its seat and by area of interest, whatever became of them later. A company that moved counts in the town entered."
why = "It shows where in the region new companies begin."
theme = "startups"
unit = "companies"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["startups", "towns"]
caveats = ["launch_year"]
chart = "map"
owner = "cluster office"
places = "towns"
series = "areas"
filters = ["areas", "value_chains", "statuses"]

[sentence]
text = "{top} leads with {top_share} of the start-ups launched by {part_year} ({top_n} of {parts_total_n})."
narrowed = "{top} leads with {top_share} of those launched by {part_year} ({top_n} of {parts_total_n})."
all = "The {parts_total} launched by {part_year} are all in {top}."
all_narrowed = "the {parts_total} launched by {part_year} are all in {top}."
*/
SELECT town AS place, years.year, count(*) AS value, area AS series, any_value(kind) AS kind, any_value(source) AS source
FROM (SELECT unnest(range(year(min(launched)), year(max(launched)) + 1)) AS year FROM startups) AS years
JOIN startups ON year(startups.launched) <= years.year
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(value_chain, 'none')))
  AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses::VARCHAR[], status))
GROUP BY town, years.year, area
