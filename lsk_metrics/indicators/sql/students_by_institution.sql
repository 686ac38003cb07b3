/*
title = "Students by university"
question = "Where do they study?"
definition = "Students at each of the universities that the source names, in an academic year; institutions it does not name are left out. Who counts as a student, and the day of the count, is stated for one university only."
why = "It shows at which universities the people are trained on whom the life sciences rely."
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
