/*
title = "Members by area of interest"
question = "In which areas do the members work?"
theme = "cluster"
unit = "members"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["members"]
caveats = ["year_end"]
chart = "bars"
owner = "cluster office"
series = "areas"

[sentence]
text = "The largest group is “{top}” with {top_n} of {parts_total_n} members at the end of {part_year}; next comes “{second}” with {second_n}."
*/
SELECT home.code AS place, year, count(*) AS value, area AS series, any_value(kind) AS kind, any_value(source) AS source
FROM members_at, home
GROUP BY home.code, year, area
