/*
title = "{title}: ranking"
question = "Which place does {home} take?"
definition = "The latest value of each region within the period, in order, with its rank; values of different regions may be of different years. Nation and Union stand in the list without a rank, regions without a value at its end."
unit = "same"
series = "Rank"
needs = []
caveats = ["latest_year_each"]

[sentence]
text = "{title}: {home} has {value} ({year}), rank {rank} of {of} regions compared; first is {leader} with {leader_value} ({leader_year})."
first = "{title}: {home} has {value} ({year}), rank 1 of {of} regions compared; next is {next} with {next_value} ({next_year})."
without = "{title}: there is no figure for {home}; first of {of} regions compared is {leader} with {leader_value} ({leader_year})."
only = "{title}: {home} has {value} ({year}); none of the regions compared has a figure."
*/
-- The latest value of each place, at or before the last year asked for. Series holds the rank; places without a value
-- stay as rows without one.
WITH {compared}
SELECT place, coalesce(year, (SELECT max(year) FROM latest WHERE value IS NOT NULL)) AS year, value,
       CASE WHEN value IS NOT NULL AND NOT reference
            THEN rank() OVER (PARTITION BY reference, value IS NULL
                              ORDER BY CASE WHEN $less_is_better THEN value ELSE -value END)::VARCHAR END AS series,
       coalesce(kind, (SELECT max(kind) FROM framed)) AS kind, coalesce(flag, '') AS flag,
       coalesce(source, (SELECT min(source) FROM framed)) AS source
FROM latest
WHERE EXISTS (SELECT 1 FROM framed WHERE value IS NOT NULL)
ORDER BY value IS NULL, CASE WHEN $less_is_better THEN value ELSE -value END, sort
