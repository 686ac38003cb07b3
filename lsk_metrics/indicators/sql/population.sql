/*
title = "Population"
question = "How many people live in the region?"
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
