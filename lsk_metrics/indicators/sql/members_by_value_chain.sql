/*
title = "Members by value chain"
question = "Which value chain do the members work in?"
definition = "Members in the register at the end of each year, by the one value chain entered for each; those for which none was entered stand apart as having no value chain, and those that left by then are out."
why = "It shows to which of the cluster's two value chains its members can contribute."
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
