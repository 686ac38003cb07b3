/*
title = "Investment by town"
question = "Which towns did the money go to?"
definition = "The amounts of all investments in the register that began by the year shown, added up by the town the register gives for each, in R&D infrastructure and in R&D projects apart. Each counts once, with its whole amount from the year it began; investments that nobody entered are missing."
why = "It shows whether the money stays in the centre or reaches other parts of the region."
theme = "investment"
unit = "eur_m"
decimals = 1
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["investments", "members", "towns"]
caveats = ["current_prices", "town_of_lead"]
chart = "map"
owner = "cluster office"
places = "towns"
filters = ["purposes", "areas", "value_chains", "member_types"]
narrowed_caveats = ["group_of_lead", "current_prices", "town_of_lead"]

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "{top} has received {top_share} of the money spent by {part_year}: {top_value} of {parts_total}."
narrowed = "{top} has received {top_share} by {part_year}: {top_value} of {parts_total}."
all = "All the money spent by {part_year}, {parts_total}, went to {top}."
all_narrowed = "all of the money spent by {part_year}, {parts_total}, went to {top}."
*/
SELECT investments.town AS place, years.year, sum(amount_eur_m)::DOUBLE AS value, purpose AS series,
       any_value(investments.kind) AS kind, any_value(investments.source) AS source
FROM (SELECT unnest(range(min(year), max(year) + 1)) AS year FROM investments) AS years
JOIN investments ON investments.year <= years.year
JOIN members ON members.id = investments.lead_member
WHERE (len($purposes::VARCHAR[]) = 0 OR list_contains($purposes::VARCHAR[], purpose))
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], members.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(members.value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], members.type))
GROUP BY investments.town, years.year, purpose
