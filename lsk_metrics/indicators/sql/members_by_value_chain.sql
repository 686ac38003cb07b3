/*
title = "Members by value chain"
question = "Which value chain do the members work in?"
definition = "Members in the register at the end of each year, by the one value chain entered for each; those for which none was entered stand apart as having no value chain, and those that left by then are out."
why = "It shows to which of the cluster's two value chains its members can contribute."
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
filters = ["areas", "value_chains", "member_types"]

[names]
none = "No value chain"

[sentence]
text = "The largest group works in the value chain “{top}”: {top_n} of {parts_total_n} members at the end of {part_year}."
narrowed = "the largest group is “{top}” with {top_n} of {parts_total_n} at the end of {part_year}."
*/
SELECT home.code AS place, year, count(*) AS value, coalesce(value_chain, 'none') AS series, any_value(kind) AS kind, any_value(source) AS source
FROM members_at, home
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], type))
GROUP BY home.code, year, series
