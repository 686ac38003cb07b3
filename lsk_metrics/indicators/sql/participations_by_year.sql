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
sources = ["participations", "projects"]
caveats = ["project_begins", "participation_counts", "region_by_nuts"]
chart = "columns"
owner = "region's research desk"
fetch = "cordis"

[names]
h2020 = "Horizon 2020"
horizon_europe = "Horizon Europe"

[sentence]
text = "Organisations of the region take part {total_n} times in projects that begin between {first_year} and {last_year}; the most in one year, {peak_n}, in {peak_year}."
*/
SELECT home.code AS place, year, count(*) AS value, programme AS series, any_value(kind) AS kind, source
FROM home_participations, home
GROUP BY home.code, year, programme, source
