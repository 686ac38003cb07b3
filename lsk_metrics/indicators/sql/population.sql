/*
title = "Population"
question = "How many people live in the region?"
definition = "All persons living in the region on 1 January of the year, of every age and both sexes, as Eurostat publishes it in table demo_r_d2jan. Who counts as a resident is Eurostat's definition, which the copy held does not repeat."
why = "It gives the size against which every total of a region has to be read."
theme = "people"
unit = "persons"
decimals = 0
direction = "neither"
role = "context"
additive = ["place"]
sources = ["observations"]
caveats = ["latest_year_each"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: the population rose from {first_n} in {first_year} to {last_n} in {last_year}."
down = "{home}: the population fell from {first_n} in {first_year} to {last_n} in {last_year}."
text = "{home}: the population was {last_n} in {last_year}."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'demo_r_d2jan'
