/*
title = "Members by type of organisation"
question = "Who are the members?"
definition = "Shares of small and medium-sized enterprises, public institutions and large enterprises among the “stakeholders” of the cluster, as its case study of May 2018 gives them; what is missing from 100% is shown as not stated. The source says neither who counts as a stakeholder nor on which day."
why = "It shows the balance between small firms, large firms and public institutions, on which cooperation in a cluster depends."
unit = "pct_members"
direction = "neither"
role = "output"
additive = ["group"]
sources = ["claims"]
caveats = ["shares_from_published"]
chart = "bars"
owner = "cluster office"
series = "member_types"

[sentence]
text = "The largest group of members: {top}, {top_value} ({part_year}); next: {second}, {second_value}."
*/
WITH stated AS (
    SELECT CASE id WHEN 'share_sme' THEN 'sme' WHEN 'share_public' THEN 'public' WHEN 'share_large' THEN 'large' END AS series,
           year, value, kind, flag, source
    FROM published_points
    WHERE id IN ('share_sme', 'share_public', 'share_large')
)
SELECT home.code AS place, year, value, series, kind, flag, source FROM stated, home
UNION ALL
SELECT home.code, year, 100 - sum(value), 'not_stated', 'derived', '', any_value(source)
FROM stated, home
GROUP BY home.code, year
