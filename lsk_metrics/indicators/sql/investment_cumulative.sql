/*
title = "Investment added up"
question = "How has investment built up?"
definition = "The amounts of all investments in the register that began by the end of each year, added up from the first year of the register, in R&D infrastructure and in R&D projects apart. Nothing is written off and prices are not adjusted; investments that nobody entered are missing."
why = "It shows what has been built up over the years and how it compares with the published totals."
theme = "investment"
unit = "eur_m"
decimals = 1
direction = "more"
role = "output"
additive = ["place", "group"]
sources = ["investments", "members"]
caveats = ["current_prices"]
chart = "lines"
owner = "cluster office"
filters = ["purposes", "areas", "value_chains", "member_types"]
narrowed_caveats = ["group_of_lead", "current_prices"]

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "By {part_year} the sum stands at {parts_total}: {top} {top_value}, {second} {second_value}."
narrowed = "the sum stands at {parts_total} by {part_year}; the larger part: {top}, {top_value}."
*/
SELECT home.code AS place, years.year, purposes.purpose AS series,
       coalesce(sum(investments.amount_eur_m) FILTER (WHERE investments.year <= years.year), 0)::DOUBLE AS value,
       any_value(investments.kind) AS kind, any_value(investments.source) AS source
FROM (SELECT unnest(range(min(year), max(year) + 1)) AS year FROM investments) AS years
CROSS JOIN (SELECT DISTINCT purpose FROM investments) AS purposes
CROSS JOIN home
JOIN investments ON investments.purpose = purposes.purpose
JOIN members ON members.id = investments.lead_member
WHERE (len($purposes::VARCHAR[]) = 0 OR list_contains($purposes::VARCHAR[], investments.purpose))
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], members.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(members.value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], members.type))
GROUP BY home.code, years.year, purposes.purpose
