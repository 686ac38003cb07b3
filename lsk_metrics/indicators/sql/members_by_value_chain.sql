/*
title = "Members by value chain"
question = "Which value chain do the members work in?"
theme = "cluster"
unit = "members"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["members"]
caveats = ["year_end"]
chart = "bars"
owner = "cluster office"
series = "value_chains"

[names]
none = "No value chain"

[sentence]
text = "The largest group works in the value chain “{top}”: {top_n} of {parts_total_n} members at the end of {part_year}."
*/
SELECT home.code AS place, year, count(*) AS value, coalesce(value_chain, 'none') AS series, any_value(kind) AS kind, any_value(source) AS source
FROM members_at, home
GROUP BY home.code, year, series
