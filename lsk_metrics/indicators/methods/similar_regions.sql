/*
title = "Likeness of regions"
question = "Which regions are most like the home region?"
definition = "The weighted distance of each region from the home region over several indicators, in standard deviations of the regions compared: the square root of the weighted mean of squared differences, zero for a region that is the same in all of them. Each indicator is taken in one common year; only regions held in the snapshot can be found, and those that lack an indicator are left out."
why = "It gives a fair circle to compare with: regions in a like position, not only the most successful ones."
theme = "comparison"
unit = "deviations"
decimals = 2
direction = "less"
role = "context"
additive = []
sources = ["observations"]
caveats = ["likeness_method", "common_year", "few_regions"]
chart = "distances"
owner = "region's statistics desk"
places = "regions"
series = "indicators"
among = "all"
variables = ["gdp_per_head_pps", "tertiary_attainment", "hightech_employment_share", "population"]

[sentence]
text = "Of {of} regions with all the figures, the most like {home} are {nearest}; the distance runs from {least} to {most} standard deviations."
none = "No region but {home} has all the figures."
*/
-- The weighted Euclidean distance of each region from the home region over standardised variables:
--     square root of (sum of weight × (difference in standard deviations)² ÷ sum of weights)
-- so that it is in standard deviations too. Rows without a series are distances; rows with one are the variables, each
-- as the region's standardised value.
WITH {standardised},
distances AS (
    SELECT there.place, max(there.year) AS year, min(there.source) AS source,
           sqrt(sum(weight * (there.apart - here.apart) ^ 2) / sum(weight)) AS distance
    FROM standard AS there
    JOIN standard AS here ON here.variable = there.variable AND here.role = 'home'
    JOIN weights ON weights.variable = there.variable
    GROUP BY there.place
)
SELECT * EXCLUDE (distance, sort)
FROM (
    SELECT place, year, round(distance, 6) AS value, NULL AS series, 'derived' AS kind, '' AS flag, source, distance, sort
    FROM distances JOIN compared USING (place)
    UNION ALL
    SELECT place, standard.year, round(apart, 6), variable, 'derived', flag, standard.source, distance, sort
    FROM standard JOIN distances USING (place)
    UNION ALL
    SELECT place, (SELECT max(year) FROM years), NULL, NULL, 'derived', '', (SELECT min(source) FROM points), NULL, sort
    FROM compared
    WHERE NOT complete AND EXISTS (SELECT 1 FROM points)
)
ORDER BY distance NULLS LAST, sort, list_position($variables::VARCHAR[], series) NULLS FIRST
