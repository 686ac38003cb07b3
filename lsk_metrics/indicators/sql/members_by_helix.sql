/*
title = "Members by group of the quadruple helix"
question = "Is the quadruple helix complete?"
definition = "Members in the register at the end of each year, by the group of the quadruple helix to which their area of interest belongs; those that left by then are out. Which area belongs to which group is decided here and not by the source."
why = "It shows whether business, science, government and healthcare all sit at the table, as a strategy made together with all of them supposes."
theme = "cluster"
unit = "members"
direction = "neither"
role = "output"
additive = ["place", "group"]
sources = ["members"]
caveats = ["year_end", "helix_from_area"]
chart = "bars"
owner = "cluster office"
series = "helix"
filters = ["areas", "value_chains", "member_types"]

[sentence]
text = "{count} groups have members at the end of {part_year}: the largest is “{top}” with {top_n}, the smallest “{bottom}” with {bottom_n}."
narrowed = "the largest group is “{top}” with {top_n} of {parts_total_n} at the end of {part_year}; groups with members: {count}."
*/
SELECT home.code AS place, members_at.year, count(*) AS value, areas.helix AS series,
       any_value(members_at.kind) AS kind, any_value(members_at.source) AS source
FROM members_at
JOIN areas ON areas.code = members_at.area
CROSS JOIN home
WHERE (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], members_at.area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(members_at.value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], members_at.type))
GROUP BY home.code, members_at.year, areas.helix
