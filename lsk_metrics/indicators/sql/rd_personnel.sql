/*
title = "R&D personnel"
question = "How many people work in research and development?"
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
