/*
title = "Students by town"
question = "Where are the institutions of higher education?"
definition = "Students at the institutions of higher education by town, in an academic year, as far as the publications of Statistics Poland name the towns. Whether a branch counts where it teaches or where the institution has its seat is not stated."
why = "It shows how far higher education reaches beyond the capital of the region."
theme = "education"
unit = "students"
direction = "neither"
role = "context"
additive = ["place"]
sources = ["higher_education", "towns"]
caveats = ["many_sources"]
chart = "map"
owner = "region's statistics desk"
places = "towns"
years = "academic"

[sentence]
text = "{top} has {top_value} in {part_year}, {top_share} of those in the towns listed."
*/
SELECT place, year, value, 'published' AS kind, source,
       CASE qualifier WHEN 'over' THEN '>' WHEN 'about' THEN '~' WHEN 'almost' THEN '<' ELSE '' END AS flag
FROM higher_education
WHERE level = 'town' AND measure = 'students'
