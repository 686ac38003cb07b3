/*
title = "Cluster members"
question = "How fast has the cluster grown?"
definition = "Organisations that belong to the cluster: the published counts of 2006 and 2018, which carry no day of their own, and beside them the register's count at the end of each year. In the register an organisation counts from the year it joined to the year before it left; persons are never counted."
why = "It shows the reach of the cluster, the circle in which a strategy can bring companies, science and public institutions together."
theme = "cluster"
unit = "members"
direction = "more"
role = "output"
additive = ["place", "group"]
sources = ["claims", "members"]
caveats = ["end_points", "year_end"]
chart = "growth"
owner = "cluster office"
filters = ["areas", "value_chains", "member_types"]
narrowed_caveats = ["published_whole", "year_end"]

[sentence]
up = "The cluster grew from {first_n} members in {first_year} to {last_n} in {last_year}, {times} times as many."
down = "The cluster shrank from {first_n} members in {first_year} to {last_n} in {last_year}."
flat = "The cluster has as many members in {last_year} as in {first_year}: {last_n}."
text = "The cluster had {last_n} members in {last_year}."
up_narrowed = "{first_n} in {first_year}, {last_n} in {last_year}, {times} times as many."
narrowed = "{last_n} in {last_year}; the most, {peak_n}, in {peak_year}."
*/
SELECT home.code AS place, point.year, point.value, point.kind, point.flag, point.source
FROM published_points AS point, home
WHERE point.topic = 'members' AND point.unit = 'members'
  AND len($areas::VARCHAR[]) + len($value_chains::VARCHAR[]) + len($member_types::VARCHAR[]) = 0 -- published totals are not broken down
UNION ALL
SELECT home.code, years.year, count(members_at.id), any_value(every.kind), '', any_value(every.source)
FROM register_years AS years
CROSS JOIN home
CROSS JOIN (SELECT any_value(kind) AS kind, any_value(source) AS source FROM members) AS every
LEFT JOIN members_at ON members_at.year = years.year
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(value_chain, 'none')))
  AND (len($member_types::VARCHAR[]) = 0 OR list_contains($member_types::VARCHAR[], type))
GROUP BY home.code, years.year
