/*
title = "Joint EU research projects with partner regions"
question = "With which partner regions does the region do research?"
definition = "Horizon 2020 and Horizon Europe projects that begin by the year shown and have at least one participant with an address in the home region and at least one in the partner region, as CORDIS lists them. Each project counts once for each partner region, whatever the number of participants; other forms of cooperation are not counted."
why = "It shows with which partner regions cooperation is real, which tells where interregional work on a specialisation has something to build on."
theme = "projects"
unit = "projects"
direction = "more"
role = "output"
additive = []
sources = ["participations", "projects", "project_fields"]
caveats = ["joint_project", "project_begins", "region_by_nuts"]
chart = "network"
owner = "region's research desk"
places = "partners"
fetch = "cordis"
filters = ["programmes", "fields"]

[sentence]
text = "Most joint projects are with {top} ({top_value}), then with {second} ({second_value}), counting those that begin by {part_year}."
narrowed = "most joint projects are with {top} ({top_value}), then with {second} ({second_value}), counting those that begin by {part_year}."
*/
SELECT partners.peer AS place, years.year, coalesce(sum(begun.count), 0)::BIGINT AS value, 'published' AS kind,
       coalesce(string_agg(DISTINCT begun.source, ' ' ORDER BY begun.source), every.source) AS source
FROM (SELECT DISTINCT peer FROM regions WHERE role = 'peer') AS partners
CROSS JOIN project_years AS years
CROSS JOIN (SELECT string_agg(DISTINCT source, ' ' ORDER BY source) AS source FROM projects) AS every
LEFT JOIN (
    SELECT regions.peer, year(projects.begins) AS year, projects.source, count(DISTINCT projects.id) AS count
    FROM participations
    JOIN regions ON regions.code = participations.region AND regions.role = 'peer'
    JOIN projects ON projects.id = participations.project
    WHERE (len($programmes::VARCHAR[]) = 0 OR list_contains($programmes::VARCHAR[], projects.programme))
      AND (len($fields::VARCHAR[]) = 0 OR projects.id IN (
          SELECT projects.id FROM projects LEFT JOIN project_fields ON project_fields.project = projects.id
          WHERE list_contains($fields::VARCHAR[], coalesce(field, 'none'))))
    GROUP BY regions.peer, year(projects.begins), projects.source
) AS begun ON begun.peer = partners.peer AND begun.year <= years.year
GROUP BY partners.peer, years.year, every.source
