/*
title = "Employment in high technology"
question = "How many jobs are in high-technology sectors?"
theme = "economy"
unit = "pct_employment"
decimals = 1
direction = "more"
role = "result"
additive = []
sources = ["observations"]
caveats = ["latest_year_each", "survey"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: the share of employment in high-technology sectors rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: the share of employment in high-technology sectors rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: the share of employment in high-technology sectors fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: the share of employment in high-technology sectors fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: the share of employment in high-technology sectors was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'htec_emp_reg2' AND breakdown = 'HTC'
