/*
title = "Human resources in science and technology"
question = "How many people work in, or are trained for, science and technology?"
definition = "Persons who work in science and technology or are trained for it (human resources in science and technology), as a percentage of the population, for a year, as Eurostat publishes it in table hrst_st_rcat from a sample survey. The age group of that population is not stated in the copy held."
why = "It shows how many people there are whom research and innovative companies could employ, the base on which a strategy builds."
theme = "people"
unit = "pct_population"
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
up = "{home}: the share of human resources in science and technology rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: the share of human resources in science and technology rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: the share of human resources in science and technology fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: the share of human resources in science and technology fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: the share of human resources in science and technology was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'hrst_st_rcat'
