/*
title = "Population density by powiat"
question = "Where do people live close together?"
definition = "Inhabitants for each square kilometre of the powiat in 2024, as Statistics Poland publishes it and the region's centre for social policy shows it. The day in 2024 to which it refers is not stated."
why = "It shows which parts of the region are urban and which are rural, the background for every comparison within it."
theme = "people"
unit = "per_km2"
decimals = 1
direction = "neither"
role = "context"
additive = []
sources = ["powiat_figures"]
caveats = []
chart = "ranking"
owner = "region's statistics desk"
places = "powiats"

[sentence]
text = "People live closest together in {top} ({top_value}), furthest apart in {bottom} ({bottom_value}), in {part_year}."
*/
SELECT teryt AS place, year, value, kind, source
FROM powiat_figures
WHERE measure = 'population_density'
