-- What every measure begins with. `own` is the indicator's own query with every column an answer can have; `lined` are
-- its lines: a place and series, of the register, the sample or figures, which never make one line together; stretch
-- counts the breaks of each, so that two values can be held against each other only where they have the same number.
own AS (
    SELECT NULL::VARCHAR AS place, NULL::INTEGER AS year, NULL::DOUBLE AS value, NULL::VARCHAR AS kind,
           NULL::VARCHAR AS source, NULL::VARCHAR AS series, NULL::VARCHAR AS flag
    WHERE false
    UNION ALL BY NAME
    SELECT * FROM (
{body}
    ) AS indicator
),
lined AS (
    SELECT place, year, value, kind, source, series, coalesce(flag, '') AS flag,
           CASE WHEN kind IN ('published', 'derived') THEN 'figures' ELSE kind END AS origin,
           count(*) FILTER (contains(coalesce(flag, ''), 'b')) OVER (
               PARTITION BY place, series, CASE WHEN kind IN ('published', 'derived') THEN 'figures' ELSE kind END
               ORDER BY year) AS stretch
    FROM own
)
