/*
title = "Employment in high technology"
question = "How many jobs are in high-technology sectors?"
definition = "Persons employed in the branches that Eurostat groups as high-technology sectors (HTC), as a percentage of all persons employed, for a year, as published in table htec_emp_reg2 from a sample survey. Which branches belong to the group the copy held does not say; knowledge-intensive services as a whole (KIS) are left out."
why = "It shows whether jobs in the region move towards the sectors that live on research, which is where smart specialisation is meant to lead."
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
