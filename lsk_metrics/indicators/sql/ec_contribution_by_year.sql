/*
title = "EU money for research"
question = "How much EU research money do the region's organisations receive?"
definition = "The EU contribution to participants with an address in the home region, added up over Horizon 2020 and Horizon Europe projects by the year in which a project begins, as CORDIS lists them. A project counts with its whole sum in that one year, however long it runs; what partners elsewhere receive is left out."
why = "It shows how much competitive European money the region's research wins, which a strategy for smart specialisation counts on beside national and regional funds."
theme = "projects"
unit = "eur_m"
decimals = 1
direction = "more"
role = "output"
additive = ["time", "place", "group"]
sources = ["participations", "projects", "project_fields"]
caveats = ["project_begins", "net_contribution", "region_by_nuts", "current_prices"]
chart = "columns"
owner = "region's research desk"
fetch = "cordis"
filters = ["programmes", "fields"]

[names]
h2020 = "Horizon 2020"
horizon_europe = "Horizon Europe"

[sentence]
text = "The European Commission contributes {total} to the region's part in projects that begin between {first_year} and {last_year}; the most in one year, {peak}, to those of {peak_year}."
narrowed = "the European Commission contributes {total} to the region's part in projects that begin between {first_year} and {last_year}; the most in one year, {peak}, to those of {peak_year}."
*/
SELECT home.code AS place, year, sum(ec_contribution_eur)::DOUBLE / 1e6 AS value, programme AS series,
       any_value(kind) AS kind, source
FROM home_participations, home
WHERE (len($programmes::VARCHAR[]) = 0 OR list_contains($programmes::VARCHAR[], programme))
  AND (len($fields::VARCHAR[]) = 0 OR home_participations.project IN (
      SELECT projects.id FROM projects LEFT JOIN project_fields ON project_fields.project = projects.id
      WHERE list_contains($fields::VARCHAR[], coalesce(field, 'none'))))
GROUP BY home.code, year, programme, source
