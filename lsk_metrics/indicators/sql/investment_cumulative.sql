/*
title = "Investment added up"
question = "How has investment built up?"
definition = "The amounts of all investments in the register that began by the end of each year, added up from the first year of the register, in R&D infrastructure and in R&D projects apart. Nothing is written off and prices are not adjusted; investments that nobody entered are missing."
why = "It shows what has been built up over the years and how it compares with the published totals."
unit = "eur_m"
decimals = 1
direction = "more"
role = "output"
additive = ["place", "group"]
sources = ["investments"]
caveats = ["current_prices"]
chart = "lines"
owner = "cluster office"

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "By {part_year} the sum stands at {parts_total}: {top} {top_value}, {second} {second_value}."
*/
SELECT home.code AS place, years.year, purposes.purpose AS series,
       coalesce(sum(investments.amount_eur_m) FILTER (WHERE investments.year <= years.year), 0)::DOUBLE AS value,
       any_value(investments.kind) AS kind, any_value(investments.source) AS source
FROM (SELECT unnest(range(min(year), max(year) + 1)) AS year FROM investments) AS years
CROSS JOIN (SELECT DISTINCT purpose FROM investments) AS purposes
CROSS JOIN home
JOIN investments ON investments.purpose = purposes.purpose
GROUP BY home.code, years.year, purposes.purpose
