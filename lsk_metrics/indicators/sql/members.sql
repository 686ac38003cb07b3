/*
title = "Cluster members"
question = "How fast has the cluster grown?"
definition = "Organisations that belong to the cluster: the published counts of 2006 and 2018, which carry no day of their own, and beside them the register's count at the end of each year. In the register an organisation counts from the year it joined to the year before it left; persons are never counted."
why = "It shows the reach of the cluster, the circle in which a strategy can bring companies, science and public institutions together."
unit = "members"
direction = "more"
role = "output"
additive = ["place", "group"]
sources = ["claims", "members"]
caveats = ["end_points", "year_end"]
chart = "growth"
owner = "cluster office"

[sentence]
up = "The cluster grew from {first_n} members in {first_year} to {last_n} in {last_year}, {times} times as many."
down = "The cluster shrank from {first_n} members in {first_year} to {last_n} in {last_year}."
flat = "The cluster has as many members in {last_year} as in {first_year}: {last_n}."
text = "The cluster had {last_n} members in {last_year}."
*/
SELECT home.code AS place, point.year, point.value, point.kind, point.flag, point.source
FROM published_points AS point, home
WHERE point.topic = 'members' AND point.unit = 'members'
UNION ALL
SELECT home.code, year, count(*), any_value(kind), '', any_value(source)
FROM members_at, home
GROUP BY home.code, year
