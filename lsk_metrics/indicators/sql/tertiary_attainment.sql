/*
title = "People with higher education"
question = "How well educated are people of working age?"
definition = "Persons aged 25–64 who have completed higher education (levels 5 to 8) as a percentage of all persons of that age, women and men together, for a year, as Eurostat publishes it in table edat_lfse_04 (also tgs00109) from a sample survey. Eurostat's notes on its method are not part of the copy held."
why = "It shows the skills the region can build on, one of the first things a strategy looks at when it chooses its fields."
theme = "education"
unit = "pct_aged_25_64"
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
up = "{home}: the share of people aged 25–64 with higher education rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: the share of people aged 25–64 with higher education rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: the share of people aged 25–64 with higher education fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: the share of people aged 25–64 with higher education fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: the share of people aged 25–64 with higher education was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'edat_lfse_04' AND breakdown = 'ED5-8'
