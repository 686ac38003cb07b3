/*
title = "Members by town"
question = "Where are the members?"
definition = "Members in the register at the end of each year, by the town in which each has its seat and by area of interest; those that left by then are out. Branches and laboratories elsewhere are not counted."
why = "It shows whether the cluster serves the whole region or its centre alone."
theme = "cluster"
unit = "members"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["members", "towns"]
caveats = ["year_end"]
chart = "map"
owner = "cluster office"
places = "towns"
series = "areas"
filters = ["areas", "value_chains", "member_types"]

[sentence]
text = "{top} is home to {top_share} of the members ({top_n} of {parts_total_n}) at the end of {part_year}; other towns with members: {others}."
narrowed = "{top} has {top_share} of them ({top_n} of {parts_total_n}) at the end of {part_year}; other towns: {others}."
all = "All {parts_total} have their seat in {top} at the end of {part_year}."
all_narrowed = "all {parts_total} have their seat in {top} at the end of {part_year}."
*/
SELECT town AS place, year, count(*) AS value, area AS series, any_value(kind) AS kind, any_value(source) AS source
FROM members_at
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], type))
GROUP BY town, year, area
