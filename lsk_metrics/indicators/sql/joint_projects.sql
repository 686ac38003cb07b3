/*
title = "Joint EU research projects with partner regions"
question = "With which partner regions does the region do research?"
theme = "projects"
unit = "projects"
direction = "more"
role = "output"
additive = []
sources = ["participations", "projects"]
caveats = ["joint_project", "project_begins", "region_by_nuts"]
chart = "network"
owner = "region's research desk"
places = "partners"
fetch = "cordis"

[sentence]
text = "Most joint projects are with {top} ({top_value}), then with {second} ({second_value}), counting those that begin by {part_year}."
*/
SELECT partners.peer AS place, years.year, count(DISTINCT shared.project) AS value, 'published' AS kind,
       coalesce(string_agg(DISTINCT shared.source, ' ' ORDER BY shared.source), every.source) AS source
FROM (SELECT DISTINCT peer FROM regions WHERE role = 'peer') AS partners
CROSS JOIN project_years AS years
CROSS JOIN (SELECT string_agg(DISTINCT source, ' ' ORDER BY source) AS source FROM projects) AS every
LEFT JOIN (
    SELECT regions.peer, participations.project, participations.source, year(projects.begins) AS year
    FROM participations
    JOIN regions ON regions.code = participations.region AND regions.role = 'peer'
    JOIN projects ON projects.id = participations.project
) AS shared ON shared.peer = partners.peer AND shared.year <= years.year
GROUP BY partners.peer, years.year, every.source
