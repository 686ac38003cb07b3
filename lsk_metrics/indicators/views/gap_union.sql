/*
title = "{title}: distance to the European Union"
question = "How far is it to the European Union?"
definition = "The value of each region less that of the European Union, in the latest year that both have."
unit = "difference"
series = ""
needs = ["no sum"]
caveats = ["same_year_as_union"]

[sentence]
above = "{title}: {home} is {gap} above the figure of the European Union ({year}); above it are {above} of {of} regions compared."
below = "{title}: {home} is {gap} below the figure of the European Union ({year}); above it are {above} of {of} regions compared."
level = "{title}: {home} is level with the European Union ({year}); above it are {above} of {of} regions compared."
without = "{title}: there is no figure for {home} in a year that the European Union has too; above it are {above} of {of} regions compared."
none = "{title}: the data have no figure for the European Union."
*/
-- Each place less the Union, in the latest year that both have.
WITH {compared},
held_against AS (SELECT year, value, source FROM stretched WHERE role = 'union' AND value IS NOT NULL),
apart AS (
    SELECT place, stretched.year, round(stretched.value - held_against.value, 6) AS value, flag, stretched.source
    FROM stretched JOIN held_against USING (year)
    WHERE stretched.value IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY year DESC) = 1
)
SELECT compared.place, coalesce(apart.year, (SELECT max(year) FROM held_against)) AS year, apart.value,
       'derived' AS kind, coalesce(flag, '') AS flag,
       coalesce(apart.source, (SELECT min(source) FROM held_against)) AS source
FROM compared LEFT JOIN apart ON apart.place = compared.place
WHERE EXISTS (SELECT 1 FROM held_against)
ORDER BY apart.value IS NULL, CASE WHEN $less_is_better THEN apart.value ELSE -apart.value END, sort
