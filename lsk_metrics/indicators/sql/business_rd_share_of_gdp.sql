/*
title = "Business R&D"
question = "How much do companies spend on research and development?"
definition = "Spending on research and development carried out by business enterprises (sector BES) in a calendar year, as a percentage of the region's GDP, as Eurostat publishes it in table rd_e_gerdreg. Research carried out by government, higher education and private non-profit institutions is left out. Eurostat's notes on its method are not part of the copy held."
why = "It shows how far companies do research themselves, and so whether a smart specialisation strategy reaches beyond universities and institutes."
theme = "research"
unit = "pct_gdp"
decimals = 2
direction = "more"
role = "result"
additive = []
sources = ["observations"]
caveats = ["latest_year_each"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: business spending on R&D as a share of GDP rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: business spending on R&D as a share of GDP rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: business spending on R&D as a share of GDP fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: business spending on R&D as a share of GDP fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: business spending on R&D as a share of GDP was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'rd_e_gerdreg' AND breakdown = 'BES'
