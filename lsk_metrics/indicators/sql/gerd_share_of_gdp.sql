/*
title = "R&D expenditure (GERD)"
question = "How much of its GDP does the region spend on research and development?"
definition = "Spending of a calendar year on research and development carried out in the region by all sectors – business, government, higher education and private non-profit institutions – as a percentage of the region's GDP, as Eurostat publishes it in table rd_e_gerdreg. Where Eurostat publishes no total for a region, the share is computed here from its NUTS 2 regions and marked derived."
why = "It shows how much of its income the region puts into new knowledge, the effort that a regional innovation strategy sets out to raise."
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
up = "{home}: R&D expenditure as a share of GDP rose from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
up_first = "{home}: R&D expenditure as a share of GDP rose from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
down = "{home}: R&D expenditure as a share of GDP fell from {first} in {first_year} to {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
down_first = "{home}: R&D expenditure as a share of GDP fell from {first} in {first_year} to {last} in {last_year}, the best of the {of} regions compared."
text = "{home}: R&D expenditure as a share of GDP was {last} in {last_year}, rank {rank} of {of} among the regions compared; the best value is {leader_value} ({leader}, {leader_year})."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE (dataset = 'rd_e_gerdreg' AND breakdown = 'TOTAL')
   OR (dataset = 'gerd_eur' AND unit = 'PC_GDP'
       AND region NOT IN (SELECT region FROM observations WHERE dataset = 'rd_e_gerdreg' AND breakdown = 'TOTAL'))
