/*
title = "Members that joined"
question = "When did members join?"
definition = "Organisations in the register by the calendar year in which they joined the cluster, those that have left again included. Nothing is taken off for those that leave, so the sum is larger than the number of members."
why = "It shows whether the cluster still draws new organisations, and in which years it drew most."
theme = "cluster"
unit = "members"
direction = "more"
role = "output"
additive = ["time", "place", "group"]
sources = ["members"]
caveats = []
chart = "columns"
owner = "cluster office"
filters = ["areas", "value_chains", "member_types"]

[sentence]
text = "The most in one year, {peak_n}, joined in {peak_year}; {first_year}–{last_year} brought {total_n} in all, those who have left again included."
narrowed = "the most in one year, {peak_n}, in {peak_year}; {total_n} in all from {first_year} to {last_year}, those who have left again included."
*/
SELECT home.code AS place, years.year, count(members.id) AS value, any_value(every.kind) AS kind, any_value(every.source) AS source
FROM register_years AS years
CROSS JOIN home
CROSS JOIN (SELECT any_value(kind) AS kind, any_value(source) AS source FROM members) AS every
LEFT JOIN members ON year(members.joined) = years.year
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], members.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(members.value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], members.type))
GROUP BY home.code, years.year
