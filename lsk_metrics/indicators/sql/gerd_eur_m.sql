/*
title = "R&D expenditure in euro"
question = "How much money goes into research and development?"
definition = "Spending of a calendar year on research and development carried out in the region by all sectors, in millions of euro at current prices. It is computed here: the share of GDP that Eurostat publishes (rd_e_gerdreg, total) times its GDP (nama_10r_2gdp); where Eurostat gives no whole, the NUTS 2 regions are added up."
why = "It shows the scale behind the share of GDP: how much money there is for research, which decides what equipment and teams a region can afford."
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
