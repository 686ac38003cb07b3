/*
title = "{title}: pace needed"
question = "How fast would {home} have to move to reach the leader by {target_year}?"
definition = "The yearly change that would bring the home region level with the leader's latest value by the target year; beside it the region's own yearly change since the last break in its series, and for each region compared its fastest yearly change over as many years without a break."
unit = "yearly"
series = "Pace"
needs = ["direction"]
caveats = ["leader_stands_still", "pace_without_break"]

[names]
needed = "needed each year"
past = "each year so far"
best = "fastest over as many years"

[sentence]
text = "{title}: to be level with {leader} by {target_year}, {home} would have to move by {needed} over {years}."
past = "From {past_period} it moved by {past}."
kept = "Of {tested} other regions with so long a series without a break, {reached} ever kept that pace."
untested = "No other region has so long a series without a break to compare with."
first = "{title}: {home} leads already, so there is nobody to catch up with."
late = "{title}: the last figure of {home} is of {year}; the year to reach the leader by has to lie after it."
without = "{title}: there is no figure for {home}."
*/
-- The yearly change that would bring the home region level with the leader's latest value by the target year; its own
-- yearly change since its last break; and for each place its fastest change over as many years without a break.
WITH {compared},
goal AS (
    SELECT leader.place, leader.source, latest.place AS home, latest.year,
           $target_year::INTEGER - latest.year AS years, leader.value - latest.value AS distance
    FROM latest CROSS JOIN leader
    WHERE latest.role = 'home' AND latest.value IS NOT NULL
),
past AS (
    SELECT stretched.place, min(stretched.year) AS first_year, max(stretched.year) AS last_year, any_value(stretched.source) AS source,
           (arg_max(stretched.value, stretched.year) - arg_min(stretched.value, stretched.year))
               / nullif(max(stretched.year) - min(stretched.year), 0) AS pace
    FROM stretched JOIN latest USING (place, stretch)
    WHERE stretched.role = 'home' AND stretched.value IS NOT NULL
    GROUP BY stretched.place
),
runs AS (
    SELECT until.place, until.year, until.source, start.stretch <> until.stretch AS broken,
           (until.value - start.value) / goal.years AS pace
    FROM goal
    JOIN stretched AS start ON goal.years > 0 AND NOT start.reference AND start.value IS NOT NULL
    JOIN stretched AS until ON until.place = start.place
    WHERE until.year = start.year + goal.years AND until.value IS NOT NULL
),
best AS (
    SELECT place, year, source, broken, CASE WHEN NOT broken THEN pace END AS pace
    FROM runs
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY broken, CASE WHEN $less_is_better THEN pace ELSE -pace END, year) = 1
)
SELECT * EXCLUDE (position, sort)
FROM (
    SELECT place, $target_year::INTEGER AS year, CASE WHEN years > 0 THEN round(distance / years, 6) END AS value,
           'needed ' || year || '–' || $target_year AS series, 'derived' AS kind, '' AS flag, source,
           0 AS position, 0 AS sort
    FROM goal
    UNION ALL
    SELECT place, last_year, round(pace, 6), 'past ' || first_year || '–' || last_year, 'derived', '', source, 1, 0
    FROM past
    WHERE pace IS NOT NULL
    UNION ALL
    SELECT compared.place, coalesce(best.year, latest.year, goal.year), round(best.pace, 6),
           'best' || coalesce(' ' || (best.year - goal.years) || '–' || best.year, ''), 'derived',
           CASE WHEN broken THEN 'b' ELSE '' END, coalesce(best.source, latest.source, goal.source), 2, compared.sort
    FROM compared
    CROSS JOIN goal
    LEFT JOIN latest ON latest.place = compared.place
    LEFT JOIN best ON best.place = compared.place
    WHERE NOT compared.reference
)
ORDER BY position, CASE WHEN $less_is_better THEN value ELSE -value END NULLS LAST, sort
