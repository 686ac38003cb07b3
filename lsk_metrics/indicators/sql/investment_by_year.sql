/*
title = "Investment by year"
question = "When was the money spent?"
definition = "The amounts of the investments in the register, added up by the calendar year in which each began, in R&D infrastructure and in R&D projects apart. An investment counts with its whole amount in that one year, also where it was spent over several; investments that nobody entered are missing."
why = "It shows when money came and from which funding periods, and so what may be expected when a period ends."
theme = "investment"
unit = "eur_m"
decimals = 1
direction = "more"
role = "output"
additive = ["time", "place", "group"]
sources = ["investments", "members"]
caveats = ["current_prices"]
chart = "columns"
owner = "cluster office"
filters = ["purposes", "areas", "value_chains", "member_types"]
narrowed_caveats = ["group_of_lead", "current_prices"]

[names]
infrastructure = "R&D infrastructure"
project = "R&D projects"

[sentence]
text = "The most in one year, {peak}, was spent in {peak_year}; {first_year}–{last_year} brought {total} in all."
narrowed = "the most in one year, {peak}, in {peak_year}; {total} in all from {first_year} to {last_year}."
*/
SELECT home.code AS place, investments.year, sum(amount_eur_m)::DOUBLE AS value, purpose AS series, any_value(investments.kind) AS kind,
       any_value(investments.source) AS source
FROM investments
JOIN members ON members.id = investments.lead_member
CROSS JOIN home
WHERE (len($purposes::VARCHAR[]) = 0 OR list_contains($purposes::VARCHAR[], investments.purpose))
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], members.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(members.value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], members.type))
GROUP BY home.code, investments.year, purpose
