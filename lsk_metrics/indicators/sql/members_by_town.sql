/*
title = "Members by town"
question = "Where are the members?"
unit = "members"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["members", "towns"]
caveats = ["year_end"]
chart = "map"
owner = "cluster office"
places = "towns"

[sentence]
text = "{top} is home to {top_share} of the members ({top_n} of {parts_total_n}) at the end of {part_year}; the others are in {others} more towns."
*/
SELECT town AS place, year, count(*) AS value, any_value(kind) AS kind, any_value(source) AS source
FROM members_at
GROUP BY town, year
