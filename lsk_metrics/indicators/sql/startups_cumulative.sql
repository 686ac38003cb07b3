/*
title = "Start-ups launched so far"
question = "How many start-ups has the cluster helped to launch?"
definition = "Companies launched with the help of seed funds: the published sum up to 2018, and beside it the register's count of companies launched by the end of each year, whatever became of them later. The source names neither the companies nor a starting year."
why = "It shows how often the cluster's work ends in a company, one of the ways in which research reaches the market."
theme = "startups"
unit = "companies"
direction = "more"
role = "output"
additive = ["place", "group"]
sources = ["claims", "startups"]
caveats = ["launch_year"]
chart = "growth"
owner = "cluster office"
filters = ["areas", "value_chains", "statuses"]
narrowed_caveats = ["published_whole", "launch_year"]

[sentence]
up = "Seed funds have helped to launch {last} by {last_year}."
flat = "Seed funds have helped to launch {last} by {last_year}."
text = "Seed funds have helped to launch {last} by {last_year}."
narrowed = "{last_n} launched by {last_year}."
*/
SELECT home.code AS place, point.year, point.value, point.kind, point.flag, point.source
FROM published_points AS point, home
WHERE point.topic = 'startups' AND point.unit = 'companies'
  AND len($areas::VARCHAR[]) + len($value_chains::VARCHAR[]) + len($statuses::VARCHAR[]) = 0 -- published totals are not broken down
UNION ALL
SELECT home.code, years.year, count(startups.id) FILTER (WHERE year(startups.launched) <= years.year),
       any_value(startups.kind), '', any_value(startups.source)
FROM (SELECT unnest(range(year(min(launched)), year(max(launched)) + 1)) AS year FROM startups) AS years
CROSS JOIN home
CROSS JOIN startups
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], startups.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(startups.value_chain, 'none')))
  AND (len($statuses::VARCHAR[]) = 0 OR list_contains($statuses::VARCHAR[], startups.status))
GROUP BY home.code, years.year
