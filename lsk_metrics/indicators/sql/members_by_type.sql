/*
title = "Members by type of organisation"
question = "Who are the members?"
theme = "cluster"
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
