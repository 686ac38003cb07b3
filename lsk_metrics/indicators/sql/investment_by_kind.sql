/*
title = "Investment by kind"
question = "Where did the money go?"
definition = "Money that those who take part in the cluster have put into large R&D infrastructure, and money put into R&D and projects in the region, as the case study of the cluster of May 2018 gives the two sums. Both are lower bounds up to 2018; the starting year, who counts as taking part, and whether the sums overlap are not stated."
why = "It shows what the cluster has set in motion, in laboratories and equipment on one side and in research on the other."
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
