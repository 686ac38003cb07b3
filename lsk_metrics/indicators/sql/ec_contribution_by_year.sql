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
sources = ["participations", "projects"]
caveats = ["project_begins", "net_contribution", "region_by_nuts", "current_prices"]
chart = "columns"
owner = "region's research desk"
fetch = "cordis"

[names]
h2020 = "Horizon 2020"
horizon_europe = "Horizon Europe"

[sentence]
text = "The European Commission contributes {total} to the region's part in projects that begin between {first_year} and {last_year}; the most in one year, {peak}, to those of {peak_year}."
*/
SELECT home.code AS place, year, sum(ec_contribution_eur)::DOUBLE / 1e6 AS value, programme AS series,
       any_value(kind) AS kind, source
FROM home_participations, home
GROUP BY home.code, year, programme, source
