/*
title = "Start-ups by what became of them"
question = "What became of the start-ups?"
theme = "startups"
unit = "companies"
direction = "neither"
role = "result"
additive = ["place", "group"]
sources = ["startups"]
caveats = ["launch_year"]
chart = "bars"
owner = "cluster office"

[names]
active = "Active"
acquired = "Acquired"
closed = "Closed"

[sentence]
text = "Of {parts_total_n} start-ups launched by {part_year}, the largest group is “{top}” with {top_n}."
*/
SELECT home.code AS place, last.year, count(*) AS value, status AS series, any_value(kind) AS kind, any_value(source) AS source
FROM startups
CROSS JOIN home
CROSS JOIN (SELECT year(max(launched)) AS year FROM startups) AS last
GROUP BY home.code, last.year, status
