/*
title = "Two indicators"
question = "Do regions that are ahead in one thing lead in the other?"
definition = "The latest figure of each region in two indicators, side by side, each in its own unit; the years may differ and are in the table. Regions that lack one of the two are named and not drawn. That two things go together does not say that one causes the other."
why = "It shows whether effort and result go together across regions before a strategy takes one for the cause of the other."
theme = "comparison"
unit = "own"
decimals = 0
direction = "neither"
role = "context"
additive = []
sources = ["observations"]
caveats = ["latest_year_each"]
chart = "scatter"
owner = "region's statistics desk"
places = "regions"
series = "indicators"
variables = ["gerd_share_of_gdp", "gdp_per_head_pps"]

[sentence]
text = "{home} has {first_value} ({first}, {first_year}) and {second_value} ({second}, {second_year}); {of} regions have both figures."
without = "{home} lacks one of the two figures; {of} regions have both."
none = "No region has both figures."
*/
-- The latest value of each place in two indicators, each in its own unit; series is the indicator. A partner given at
-- more than one level counts once, at the broadest level that has both; places that lack one stay without a value.
WITH framed AS (
{framed}
),
latest AS (
    SELECT *
    FROM framed
    WHERE value IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY variable, place ORDER BY year DESC) = 1
),
compared AS (
    SELECT code AS place, role, regions.sort, count(variable) = len($variables::VARCHAR[]) AS complete,
           coalesce(nuts_level, 0) AS level
    FROM regions LEFT JOIN latest ON latest.place = code
    WHERE list_contains($places::VARCHAR[], code)
    GROUP BY code, role, regions.sort, peer, level
    QUALIFY CASE WHEN role = 'union' THEN row_number() OVER (PARTITION BY role ORDER BY complete DESC, regions.sort) = 1
                 ELSE level = first_value(level) OVER (PARTITION BY coalesce(peer, code) ORDER BY complete DESC, level) END
)
SELECT compared.place, coalesce(latest.year, (SELECT max(year) FROM latest)) AS year, latest.value, latest.variable AS series,
       coalesce(latest.kind, (SELECT max(kind) FROM latest)) AS kind, coalesce(latest.flag, '') AS flag,
       coalesce(latest.source, (SELECT min(source) FROM latest)) AS source
FROM compared LEFT JOIN latest ON latest.place = compared.place AND compared.complete
WHERE EXISTS (SELECT 1 FROM latest)
ORDER BY NOT complete, sort, list_position($variables::VARCHAR[], series)
