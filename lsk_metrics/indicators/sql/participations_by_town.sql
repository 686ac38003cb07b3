/*
title = "Participations in EU research projects by town"
question = "Which towns take part in EU research?"
definition = "Participations of organisations of the home region in Horizon 2020 and Horizon Europe projects that begin by the year shown, by the town of the address that CORDIS gives. An organisation counts once for each project, so that many projects of one university count many times."
why = "It shows which towns beside the largest take part in European research, and where a strategy could widen the circle."
theme = "projects"
unit = "participations"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["participations", "projects", "towns"]
caveats = ["participation_counts", "towns_as_written", "region_by_nuts"]
chart = "map"
owner = "region's research desk"
places = "towns"
fetch = "cordis"

[names]
h2020 = "Horizon 2020"
horizon_europe = "Horizon Europe"

[sentence]
text = "{top} accounts for {top_share} of the participations in EU research projects that begin by {part_year} ({top_n} of {parts_total_n}); other places: {others}."
*/
SELECT town AS place, years.year, count(*) AS value, programme AS series, any_value(kind) AS kind, source
FROM project_years AS years
JOIN home_participations ON home_participations.year <= years.year
JOIN written_towns ON written_towns.town_written IS NOT DISTINCT FROM home_participations.town_written
GROUP BY town, years.year, programme, source
