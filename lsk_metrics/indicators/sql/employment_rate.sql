/*
title = "Employment rate"
question = "How many people are in work?"
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
