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
sources = ["participations", "projects", "project_fields", "towns"]
caveats = ["participation_counts", "towns_as_written", "region_by_nuts"]
chart = "map"
owner = "region's research desk"
places = "towns"
fetch = "cordis"
filters = ["programmes", "fields"]

[names]
h2020 = "Horizon 2020"
horizon_europe = "Horizon Europe"

[sentence]
text = "{top} accounts for {top_share} of the participations in EU research projects that begin by {part_year} ({top_n} of {parts_total_n}); other places: {others}."
narrowed = "{top} accounts for {top_share} of those in projects that begin by {part_year} ({top_n} of {parts_total_n}); other places: {others}."
all = "All {parts_total} in EU research projects that begin by {part_year} are of organisations in {top}."
all_narrowed = "all {parts_total} in projects that begin by {part_year} are of organisations in {top}."
*/
SELECT town AS place, years.year, sum(begun.count)::BIGINT AS value, programme AS series, any_value(kind) AS kind, source
FROM project_years AS years
JOIN (
    SELECT town, year, programme, count(*) AS count, any_value(kind) AS kind, source
    FROM home_participations
    JOIN written_towns ON written_towns.town_written IS NOT DISTINCT FROM home_participations.town_written
    WHERE (len($programmes::VARCHAR[]) = 0 OR list_contains($programmes::VARCHAR[], programme))
      AND (len($fields::VARCHAR[]) = 0 OR home_participations.project IN (
          SELECT projects.id FROM projects LEFT JOIN project_fields ON project_fields.project = projects.id
          WHERE list_contains($fields::VARCHAR[], coalesce(field, 'none'))))
    GROUP BY town, year, programme, source
) AS begun ON begun.year <= years.year
GROUP BY town, years.year, programme, source
