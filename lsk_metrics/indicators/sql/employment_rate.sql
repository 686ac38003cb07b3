/*
title = "Employment rate"
question = "How many people are in work?"
definition = "Persons in employment aged 20–64 as a percentage of all persons of that age, women and men together, for a year, as Eurostat publishes it in table tgs00007 from a sample survey. Who counts as employed is Eurostat's definition, which the copy held does not repeat."
why = "It is the background against which results are read: whether growth from innovation comes with work for the region's people."
theme = "people"
unit = "pct_aged_20_64"
decimals = 1
direction = "more"
role = "context"
additive = []
sources = ["observations"]
caveats = ["latest_year_each", "survey"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: the employment rate rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: the employment rate rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: the employment rate fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: the employment rate fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: the employment rate was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'tgs00007'
