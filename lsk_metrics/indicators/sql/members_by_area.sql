/*
title = "Members by area of interest"
question = "In which areas do the members work?"
definition = "Members in the register at the end of each year, by the one area of interest entered for each; those that left by then are out. An organisation active in several areas counts only in the one entered."
why = "It shows in which fields the cluster is strong or thin, and so which priorities of the region it can carry."
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
filters = ["areas", "value_chains", "member_types"]

[sentence]
text = "The largest group is “{top}” with {top_n} of {parts_total_n} members at the end of {part_year}; next comes “{second}” with {second_n}."
narrowed = "the largest group is “{top}” with {top_n} of {parts_total_n} at the end of {part_year}."
*/
SELECT home.code AS place, year, count(*) AS value, area AS series, any_value(kind) AS kind, any_value(source) AS source
FROM members_at, home
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], type))
GROUP BY home.code, year, area
