-- What every view begins with. `framed` is the indicator as it was asked; `compared` are the places it was asked for:
-- a partner given at more than one level counts once, at the broadest level that has figures, and of two Unions the
-- one with the later figures; nation and Union are references and never ranked. `stretched` counts the breaks of each
-- series, so that two values can be held against each other only where they have the same number.
framed AS (
{framed}
),
compared AS (
    SELECT place, role, sort, role IN ('nation', 'union') AS reference
    FROM (
        SELECT regions.code AS place, regions.role, regions.sort, coalesce(regions.peer, regions.code) AS partner,
               coalesce(regions.nuts_level, 0) AS level, max(framed.year) FILTER (framed.value IS NOT NULL) AS newest
        FROM regions LEFT JOIN framed ON framed.place = regions.code
        WHERE list_contains($places::VARCHAR[], regions.code)
        GROUP BY ALL
    ) AS asked
    QUALIFY CASE WHEN role = 'union'
                 THEN row_number() OVER (PARTITION BY role ORDER BY newest DESC NULLS LAST, sort) = 1
                 ELSE level = first_value(level) OVER (PARTITION BY partner ORDER BY newest IS NULL, level) END
),
stretched AS (
    SELECT place, role, sort, reference, year, value, kind, flag, source,
           count(*) FILTER (contains(flag, 'b')) OVER (PARTITION BY place ORDER BY year) AS stretch
    FROM framed JOIN compared USING (place)
),
latest AS (
    SELECT compared.*, year, value, kind, flag, source, stretch
    FROM compared LEFT JOIN stretched USING (place)
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY value IS NULL, year DESC) = 1
),
leader AS (
    SELECT place, year, value, source
    FROM latest
    WHERE NOT reference AND value IS NOT NULL
    ORDER BY CASE WHEN $less_is_better THEN value ELSE -value END, sort
    LIMIT 1
)
