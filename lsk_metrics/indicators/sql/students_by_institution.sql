/*
title = "Students by university"
question = "Where do they study?"
theme = "education"
unit = "students"
direction = "neither"
role = "context"
additive = ["place"]
sources = ["higher_education"]
caveats = ["largest_only"]
chart = "bars"
owner = "region's statistics desk"
years = "academic"

[sentence]
text = "The largest of the universities listed is {top} with {top_value} in {part_year}, followed by {second} with {second_value}."
*/
SELECT home.code AS place, year, value, place AS series, 'published' AS kind, source,
       CASE qualifier WHEN 'over' THEN '>' WHEN 'about' THEN '~' WHEN 'almost' THEN '<' ELSE '' END AS flag
FROM higher_education, home
WHERE level = 'institution' AND measure = 'students'
