/*
title = "Registered unemployment by powiat"
question = "Where is work hardest to find?"
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
