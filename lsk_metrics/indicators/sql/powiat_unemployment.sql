/*
title = "Registered unemployment by powiat"
question = "Where is work hardest to find?"
definition = "Persons registered as unemployed at the labour offices of the powiat as a percentage, in 2024, as Statistics Poland publishes it and the region's centre for social policy shows it. Neither the month nor the population it is a percentage of is stated in the copy held; people who look for work without registering are left out."
why = "It shows where in the region work is scarce, and so where the benefits of innovation would be needed most."
theme = "people"
unit = "pct_registered"
decimals = 1
direction = "less"
role = "context"
additive = []
sources = ["powiat_figures"]
caveats = ["registered_only"]
chart = "ranking"
owner = "region's statistics desk"
places = "powiats"

[sentence]
text = "Registered unemployment is highest in {top} ({top_value}) and lowest in {bottom} ({bottom_value}), in {part_year}."
*/
SELECT teryt AS place, year, value, kind, source
FROM powiat_figures
WHERE measure = 'unemployment_rate_pct'
