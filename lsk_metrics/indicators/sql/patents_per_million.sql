/*
title = "Patent applications"
question = "How much of the research ends in patents?"
definition = "Patent applications to the European Patent Office by the year of priority, for every million inhabitants of the region, as Eurostat publishes it in table pat_ep_rtot. Applications are counted, not patents granted, and those to national offices are left out; how an application with inventors in several regions is shared among them the copy held does not say."
why = "It shows how much of the region's research is thought worth protecting abroad, a step on the way from science to market."
theme = "research"
unit = "per_million"
decimals = 1
direction = "more"
role = "result"
additive = []
sources = ["observations"]
caveats = ["latest_year_each"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: patent applications to the European Patent Office rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: patent applications to the European Patent Office rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: patent applications to the European Patent Office fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: patent applications to the European Patent Office fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: patent applications to the European Patent Office were {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'pat_ep_rtot'
