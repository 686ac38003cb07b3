/*
title = "Members by type of organisation"
question = "Who are the members?"
definition = "Shares of small and medium-sized enterprises, public institutions and large enterprises among the “stakeholders” of the cluster, as its case study of May 2018 gives them; what is missing from 100% is shown as not stated. The source says neither who counts as a stakeholder nor on which day."
why = "It shows the balance between small firms, large firms and public institutions, on which cooperation in a cluster depends."
theme = "cluster"
unit = "pct_members"
direction = "neither"
role = "output"
additive = ["group"]
sources = ["claims", "members"]
caveats = ["shares_from_published"]
chart = "bars"
owner = "cluster office"
series = "member_types"
filters = ["areas", "value_chains"]
narrowed_caveats = ["published_whole", "year_end"]

[sentence]
text = "The largest group of members: {top}, {top_value} ({part_year}); next: {second}, {second_value}."
narrowed = "the largest group is “{top}” with {top_value} ({part_year})."
*/
WITH stated AS (
    SELECT CASE id WHEN 'share_sme' THEN 'sme' WHEN 'share_public' THEN 'public' WHEN 'share_large' THEN 'large' END AS series,
           year, value, kind, flag, source
    FROM published_points
    WHERE id IN ('share_sme', 'share_public', 'share_large')
      AND len($areas::VARCHAR[]) + len($value_chains::VARCHAR[]) = 0 -- published shares are not broken down
)
SELECT home.code AS place, year, value, series, kind, flag, source FROM stated, home
UNION ALL
SELECT home.code, year, 100 - sum(value), 'not_stated', 'derived', '', any_value(source)
FROM stated, home
GROUP BY home.code, year
UNION ALL
SELECT home.code, year, 100 * count(*) / sum(count(*)) OVER (PARTITION BY year), type, any_value(kind), '', any_value(source)
FROM members_at, home
WHERE len($areas::VARCHAR[]) + len($value_chains::VARCHAR[]) > 0
  AND (len($areas::VARCHAR[]) = 0 OR list_contains($areas::VARCHAR[], area))
  AND (len($value_chains::VARCHAR[]) = 0 OR list_contains($value_chains::VARCHAR[], coalesce(value_chain, 'none')))
GROUP BY home.code, year, type
