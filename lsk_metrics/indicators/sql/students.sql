/*
title = "Students in the region"
question = "How many students does the region have?"
definition = "Students at the institutions of higher education in the region in an academic year, as Statistics Poland gives them in single publications. Whether doctoral and postgraduate students are included is not stated in most of them, and the years between are not held."
why = "It shows how many young people the region trains from whom research and companies can draw."
theme = "education"
unit = "students"
direction = "more"
role = "context"
additive = ["place"]
sources = ["higher_education"]
caveats = ["many_sources"]
chart = "lines"
owner = "region's statistics desk"
years = "academic"

[sentence]
up = "The number of students rose from {first_n} in {first_year} to {last_n} in {last_year}."
down = "The number of students fell from {first_n} in {first_year} to {last_n} in {last_year}."
text = "The region had {last_n} students in {last_year}."
*/
SELECT home.code AS place, year, value, 'published' AS kind, source,
       CASE qualifier WHEN 'over' THEN '>' WHEN 'about' THEN '~' WHEN 'almost' THEN '<' ELSE '' END AS flag
FROM higher_education, home
WHERE level = 'region' AND measure = 'students'
