/*
title = "EU research projects by field of science"
question = "Which fields of science are the projects in?"
definition = "Horizon 2020 and Horizon Europe projects with at least one participant in the home region that begin by the year shown, by field of science: the first level of the European Science Vocabulary that CORDIS gives. A project with several fields counts in each of them, one without a field stands apart."
why = "It shows whether the fields in which the region wins European projects are those it has chosen to specialise in."
theme = "projects"
unit = "projects"
direction = "neither"
role = "output"
additive = []
sources = ["projects", "project_fields"]
caveats = ["several_fields", "project_begins"]
chart = "bars"
owner = "region's research desk"
fetch = "cordis"
filters = ["programmes", "fields"]

[names]
medical_and_health_sciences = "Medical and health sciences"
natural_sciences = "Natural sciences"
engineering_and_technology = "Engineering and technology"
agricultural_sciences = "Agricultural sciences"
social_sciences = "Social sciences"
"humanities" = "Humanities"
none = "No field given"

[sentence]
text = "The most frequent field of science is {top} ({top_value}), then {second} ({second_value}), among projects that begin by {part_year}."
narrowed = "the most frequent field is {top} ({top_value}), then {second} ({second_value}), among projects that begin by {part_year}."
*/
SELECT home.code AS place, years.year, sum(begun.count)::BIGINT AS value, series, 'published' AS kind,
       string_agg(DISTINCT begun.source, ' ' ORDER BY begun.source) AS source
FROM project_years AS years
JOIN (
    SELECT year(projects.begins) AS year, coalesce(field, 'none') AS series, projects.source, count(*) AS count
    FROM projects
    LEFT JOIN project_fields ON project_fields.project = projects.id
    WHERE (len($programmes::VARCHAR[]) = 0 OR list_contains($programmes::VARCHAR[], projects.programme))
      AND (len($fields::VARCHAR[]) = 0 OR list_contains($fields::VARCHAR[], coalesce(field, 'none')))
    GROUP BY year(projects.begins), coalesce(field, 'none'), projects.source
) AS begun ON begun.year <= years.year, home
GROUP BY home.code, years.year, series
