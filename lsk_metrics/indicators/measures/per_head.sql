/*
title = "{title} relative to population"
question = "How much is that for so many inhabitants?"
definition = "Each value divided by the population of the same place in the same year; where the snapshot holds none, there is no value."
unit = "per head"
caveats = ["by_population"]
views = ["ranking", "gap_leader", "gap_union", "change", "pace"]

[sentence]
up = "{title}, {home}: {first} in {first_year}, {last} in {last_year}, rank {rank} of {of} among the regions compared."
down = "{title}, {home}: {first} in {first_year}, {last} in {last_year}, rank {rank} of {of} among the regions compared."
text = "{title}, {home}: {last} in {last_year}, rank {rank} of {of} among the regions compared."
*/
-- Each value times $per, divided by the population of the same place in the same year. Where the snapshot has no such
-- population there is no value; what rests on the sample still does, everything else is derived.
WITH {measured},
people AS (
{population}
)
SELECT lined.place, lined.year, round(lined.value * $per::DOUBLE / nullif(people.value, 0), 6) AS value, lined.series,
       CASE WHEN 'illustrative' IN (lined.kind, people.kind) THEN 'illustrative' ELSE 'derived' END AS kind,
       CASE WHEN lined.flag IN ('>', '<', '~') THEN lined.flag
            ELSE coalesce(list_aggregate(list_sort(list_distinct(string_split(lined.flag || coalesce(people.flag, ''), ''))), 'string_agg', ''), '')
       END AS flag,
       lined.source || CASE WHEN people.source IS NULL OR list_contains(string_split(lined.source, ' '), people.source) THEN ''
                            ELSE ' ' || people.source END AS source
FROM lined LEFT JOIN people ON people.place = lined.place AND people.year = lined.year
