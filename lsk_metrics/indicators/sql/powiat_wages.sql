/*
title = "Wages by powiat"
question = "Where are wages high?"
theme = "economy"
unit = "pct_national"
decimals = 1
direction = "more"
role = "context"
additive = []
sources = ["powiat_figures"]
caveats = []
chart = "ranking"
owner = "region's statistics desk"
places = "powiats"

[sentence]
text = "Wages are highest in {top}, at {top_value} of the national mean, and lowest in {bottom}, at {bottom_value}, in {part_year}."
*/
SELECT teryt AS place, year, value, kind, source
FROM powiat_figures
WHERE measure = 'wage_vs_national_pct'
