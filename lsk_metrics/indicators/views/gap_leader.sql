/*
title = "{title}: distance to the leader"
question = "How far is it to the leader?"
definition = "The value of each region less that of the leader, in the latest year that both have. The leader is the region compared with the best latest value; nation and Union never lead."
unit = "difference"
series = ""
needs = ["direction"]
caveats = ["same_year_as_leader"]

[sentence]
text = "{title}: {home} and the leader, {leader}, are {gap} apart ({year})."
first = "{title}: {home} leads; the next region, {next}, is {next_gap} away ({next_year})."
without = "{title}: there is no figure for {home} in a year that the leader, {leader}, has too."
*/
-- Each place less the leader, in the latest year that both have.
WITH {compared},
ahead AS (
    SELECT stretched.year, stretched.value
    FROM stretched JOIN leader USING (place)
    WHERE stretched.value IS NOT NULL
),
apart AS (
    SELECT place, stretched.year, round(stretched.value - ahead.value, 6) AS value, flag, source
    FROM stretched JOIN ahead USING (year)
    WHERE stretched.value IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY year DESC) = 1
)
SELECT compared.place, coalesce(apart.year, leader.year) AS year, apart.value, 'derived' AS kind,
       coalesce(flag, '') AS flag, coalesce(apart.source, leader.source) AS source
FROM compared CROSS JOIN leader LEFT JOIN apart ON apart.place = compared.place
ORDER BY apart.value IS NULL, CASE WHEN $less_is_better THEN apart.value ELSE -apart.value END, sort
