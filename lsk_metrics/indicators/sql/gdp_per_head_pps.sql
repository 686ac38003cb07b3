/*
title = "GDP per head in purchasing power standards"
question = "How productive is the region?"
definition = "Gross domestic product of a calendar year at current market prices, divided by the number of inhabitants and converted into purchasing power standards (EU-27 from 2020), as Eurostat publishes it in table nama_10r_2gdp. GDP counts where it is produced, so people who commute into a region raise it there."
why = "It shows how well off the region is to begin with, and whether it catches up with those it compares itself with."
theme = "economy"
unit = "pps_per_head"
decimals = 0
direction = "more"
role = "context"
additive = []
sources = ["observations"]
caveats = ["latest_year_each", "relative_to_union"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: GDP per head rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: GDP per head rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: GDP per head fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: GDP per head fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: GDP per head was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'nama_10r_2gdp' AND unit = 'PPS_EU27_2020_HAB'
