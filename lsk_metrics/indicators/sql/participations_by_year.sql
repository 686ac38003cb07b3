/*
title = "Participations in EU research projects"
question = "How often does the region take part in the European Union's research projects?"
definition = "Participations of organisations with an address in the home region in Horizon 2020 and Horizon Europe projects, by the year in which the project begins, as CORDIS lists them: coordinators, participants, partners and linked third parties. An organisation counts once for each project; participations whose region the source does not give are left out."
why = "It shows how often the region's organisations win a place in European research, whatever the sums."
theme = "projects"
unit = "participations"
direction = "more"
role = "output"
additive = ["time", "place", "group"]
sources = ["participations", "projects", "project_fields"]
caveats = ["project_begins", "participation_counts", "region_by_nuts"]
chart = "columns"
owner = "region's research desk"
fetch = "cordis"
filters = ["programmes", "fields"]

[names]
h2020 = "Horizon 2020"
horizon_europe = "Horizon Europe"

[sentence]
text = "Organisations of the region take part {total_n} times in projects that begin between {first_year} and {last_year}; the most in one year, {peak_n}, in {peak_year}."
narrowed = "organisations of the region take part {total_n} times in projects that begin between {first_year} and {last_year}; the most in one year, {peak_n}, in {peak_year}."
*/
SELECT home.code AS place, year, count(*) AS value, programme AS series, any_value(kind) AS kind, source
FROM home_participations, home
WHERE (len($programmes::VARCHAR[]) = 0 OR list_contains($programmes::VARCHAR[], programme))
  AND (len($fields::VARCHAR[]) = 0 OR home_participations.project IN (
      SELECT projects.id FROM projects LEFT JOIN project_fields ON project_fields.project = projects.id
      WHERE list_contains($fields::VARCHAR[], coalesce(field, 'none'))))
GROUP BY home.code, year, programme, source
