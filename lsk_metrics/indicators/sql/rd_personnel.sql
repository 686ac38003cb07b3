/*
title = "R&D personnel"
question = "How many people work in research and development?"
definition = "Persons who work in research and development in all sectors of the region, researchers and others together, in full-time equivalents of a year, as Eurostat publishes it in table rd_p_persreg. A person who spends half of the working time on research counts as a half."
why = "It shows whether there are people to do the research that money is found for."
theme = "research"
unit = "fte"
decimals = 0
direction = "more"
role = "result"
additive = ["place"]
sources = ["observations"]
caveats = ["latest_year_each"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: R&D personnel rose from {first} in {first_year} to {last} in {last_year}."
down = "{home}: R&D personnel fell from {first} in {first_year} to {last} in {last_year}."
text = "{home}: R&D personnel was {last} in {last_year}."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'rd_p_persreg' AND unit = 'FTE'
