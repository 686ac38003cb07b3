/*
title = "Unemployment rate"
question = "How many people are looking for work?"
definition = "Persons without work who look for it, as a percentage of the labour force, women and men together, for a year, as Eurostat publishes it in table tgs00010 from a sample survey. It differs from registered unemployment; the age group is not stated in the copy held."
why = "It is the background against which results are read: whether people find work while the economy changes."
theme = "people"
unit = "pct_labour_force"
decimals = 1
direction = "less"
role = "context"
additive = []
sources = ["observations"]
caveats = ["latest_year_each", "survey"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: the unemployment rate rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: the unemployment rate rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: the unemployment rate fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: the unemployment rate fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: the unemployment rate was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'tgs00010'
