/*
title = "R&D expenditure in euro"
question = "How much money goes into research and development?"
theme = "research"
unit = "eur_m"
decimals = 0
direction = "more"
role = "result"
additive = ["place"]
sources = ["observations"]
caveats = ["latest_year_each", "gdp_rounded", "current_prices"]
chart = "lines"
owner = "region's statistics desk"
places = "regions"

[sentence]
up = "{home}: R&D expenditure rose from {first} in {first_year} to {last} in {last_year}."
down = "{home}: R&D expenditure fell from {first} in {first_year} to {last} in {last_year}."
text = "{home}: R&D expenditure was {last} in {last_year}."
*/
SELECT region AS place, year, value, kind, flag, source
FROM observations
WHERE dataset = 'gerd_eur' AND unit = 'MIO_EUR'
