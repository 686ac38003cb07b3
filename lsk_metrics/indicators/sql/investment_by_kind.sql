/*
title = "Investment by kind"
question = "Where did the money go?"
theme = "investment"
unit = "eur_m"
direction = "more"
role = "output"
additive = ["place", "group"]
sources = ["claims"]
caveats = ["lower_bound", "current_prices"]
chart = "bars"
owner = "cluster office"

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "By {part_year}, {top} had received {top_value} and {second} {second_value}."
*/
SELECT home.code AS place, year, value,
       CASE id WHEN 'investment_infrastructure' THEN 'infrastructure' ELSE 'project' END AS series,
       kind, flag, value AS low, source
FROM published_points, home
WHERE id IN ('investment_infrastructure', 'investment_projects')
