/*
title = "EU money for research by organisation"
question = "Who receives the EU research money?"
definition = "The EU contribution that CORDIS gives for each organisation of the home region, added up over its participations in Horizon 2020 and Horizon Europe projects that begin by the year shown; only the fifteen organisations with the largest sums. Counted is what remains after shares were passed on to linked third parties; the organisation's own money and that of partners elsewhere are left out."
why = "It shows on which organisations the region's success in European research rests, and how far beyond the largest it reaches."
theme = "projects"
unit = "eur_m"
decimals = 1
direction = "neither"
role = "output"
additive = ["place"]
sources = ["participations", "projects", "project_fields"]
caveats = ["fifteen_largest", "as_the_source_names_them", "net_contribution", "current_prices"]
chart = "bars"
owner = "region's research desk"
fetch = "cordis"
filters = ["programmes", "fields"]

[sentence]
text = "The most, {top_value}, goes to {top}, then {second_value} to {second}, counting projects that begin by {part_year}."
narrowed = "the most, {top_value}, goes to {top}, then {second_value} to {second}, counting projects that begin by {part_year}."
*/
SELECT home.code AS place, year, value, organisation AS series, 'published' AS kind, source
FROM (
    SELECT years.year, names.organisation, sum(begun.eur)::DOUBLE / 1e6 AS value,
           string_agg(DISTINCT begun.source, ' ' ORDER BY begun.source) AS source,
           row_number() OVER (PARTITION BY years.year ORDER BY sum(begun.eur) DESC, names.organisation) AS rank
    FROM project_years AS years
    JOIN (
        SELECT organisation_id, year, source, sum(ec_contribution_eur) AS eur FROM home_participations
        WHERE (len($programmes::VARCHAR[]) = 0 OR list_contains($programmes::VARCHAR[], programme))
          AND (len($fields::VARCHAR[]) = 0 OR home_participations.project IN (
              SELECT projects.id FROM projects LEFT JOIN project_fields ON project_fields.project = projects.id
              WHERE list_contains($fields::VARCHAR[], coalesce(field, 'none'))))
        GROUP BY organisation_id, year, source
    ) AS begun ON begun.year <= years.year
    JOIN (
        SELECT organisation_id, arg_max(organisation, year) AS organisation FROM home_participations GROUP BY organisation_id
    ) AS names USING (organisation_id)
    GROUP BY years.year, names.organisation
    HAVING sum(begun.eur) > 0
), home
WHERE rank <= 15
ORDER BY year, rank
