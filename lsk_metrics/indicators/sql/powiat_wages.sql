/*
title = "Wages by powiat"
question = "Where are wages high?"
definition = "Average pay in the powiat in 2024 as a percentage of the national mean, as Statistics Poland publishes it and the region's centre for social policy shows it. Which employers take part in the survey, and whether pay counts where people work or where they live, is not stated in the copy held."
why = "It shows how far the good jobs of the centre reach into the rest of the region."
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
