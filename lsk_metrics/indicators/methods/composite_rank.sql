/*
title = "Composite rank"
question = "Which place follows when several indicators are put together?"
definition = "The rank of each region by the weighted mean of several indicators, each in standard deviations from the mean of the regions compared and turned so that more is better; low and high are its best and worst rank under other weights. Each indicator is taken in one common year; regions that lack one of them take no part."
why = "It shows whether a place in a composite ranking holds or depends on the weights, which every review should ask before quoting one."
theme = "comparison"
unit = "rank"
decimals = 0
direction = "less"
role = "context"
additive = []
sources = ["observations"]
caveats = ["composite_method", "composite_range", "common_year"]
chart = "ranges"
owner = "region's statistics desk"
places = "regions"
series = "indicators"
variables = ["gerd_share_of_gdp", "tertiary_attainment", "hightech_employment_share", "employment_rate"]

[sentence]
text = "{home} takes place {rank} of {of} when {indicators} count alike, and anything from place {low} to place {high} under other weights."
fixed = "{home} takes place {rank} of {of} when {indicators} count alike, and keeps it under all other weights tried."
weighted = "{home} takes place {rank} of {of} under the weights chosen, and anything from place {low} to place {high} under other weights."
none = "{home} or all others lack one of the indicators, so there is no composite."
*/
-- The weighted mean of standardised values, turned so that more is better, and the rank that follows. Low and high are
-- the best and the worst rank under all weights tried: each indicator left out once, and every combination of half,
-- single and double weight. Rows with a series are the ranks by one indicator alone.
WITH {standardised},
turned AS (
    SELECT *, CASE WHEN list_contains($less_is_better::VARCHAR[], variable) THEN -apart ELSE apart END AS good
    FROM standard
),
numbered AS (
    SELECT variable, weight, list_position($variables::VARCHAR[], variable) - 1 AS position FROM weights
),
trials AS (
    SELECT trial, variable, weight * [0.5, 1, 2][1 + (trial // (3 ^ position)::INTEGER) % 3] AS weight
    FROM numbered, range((3 ^ len($variables::VARCHAR[]))::BIGINT) AS grid (trial)
    UNION ALL
    SELECT -1 - without.position, numbered.variable, CASE WHEN numbered.variable = without.variable THEN 0 ELSE numbered.weight END
    FROM numbered, numbered AS without
),
chosen AS (SELECT (sum(3 ^ position))::BIGINT AS trial FROM numbered),
ranks AS (
    SELECT trial, place, rank() OVER (PARTITION BY trial ORDER BY round(sum(trials.weight * good) / sum(trials.weight), 9) DESC) AS rank
    FROM trials JOIN turned USING (variable)
    GROUP BY trial, place
    HAVING sum(trials.weight) > 0
),
spread AS (
    SELECT place, min(ranks.rank) AS low, max(ranks.rank) AS high,
           any_value(ranks.rank) FILTER (ranks.trial = chosen.trial) AS rank
    FROM ranks CROSS JOIN chosen
    GROUP BY place
)
SELECT * EXCLUDE (rank, sort)
FROM (
    SELECT place, (SELECT max(year) FROM years) AS year, rank AS value, NULL AS series, 'derived' AS kind, '' AS flag,
           (SELECT min(source) FROM points) AS source, low, high, rank, sort
    FROM spread JOIN compared USING (place)
    UNION ALL
    SELECT place, year, rank() OVER (PARTITION BY variable ORDER BY good DESC), variable, 'derived', flag, source, NULL, NULL, spread.rank, sort
    FROM turned JOIN spread USING (place)
    UNION ALL
    SELECT place, (SELECT max(year) FROM years), NULL, NULL, 'derived', '', (SELECT min(source) FROM points), NULL, NULL, NULL, sort
    FROM compared
    WHERE NOT complete AND EXISTS (SELECT 1 FROM points)
)
ORDER BY rank NULLS LAST, sort, list_position($variables::VARCHAR[], series) NULLS FIRST
