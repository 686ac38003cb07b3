-- What the methods that put indicators together begin with. `framed` holds the values of each variable; each variable
-- is taken in one year, the latest in which the home region and at least three quarters of the regions that have it at
-- all have a value; `complete` are the regions that have every variable (a partner given at more than one level counts
-- once); `standard` are their values as distances from the mean, in standard deviations.
framed AS (
{framed}
),
asked AS (
    SELECT code AS place, role, sort, coalesce(peer, code) AS partner, coalesce(nuts_level, 0) AS level
    FROM regions
    WHERE list_contains($places::VARCHAR[], code) AND role NOT IN ('nation', 'union')
),
counted AS (
    SELECT variable, year, count(*) AS regions, bool_or(role = 'home') AS home
    FROM framed JOIN asked USING (place)
    WHERE value IS NOT NULL
    GROUP BY ALL
),
held AS (
    SELECT variable, count(DISTINCT place) AS regions
    FROM framed JOIN asked USING (place)
    WHERE value IS NOT NULL
    GROUP BY variable
),
years AS (
    SELECT variable, max(year) AS year
    FROM counted JOIN held USING (variable)
    WHERE home AND counted.regions >= 0.75 * held.regions
    GROUP BY variable
),
points AS (
    SELECT variable, place, year, value, flag, source
    FROM framed JOIN years USING (variable, year)
    WHERE value IS NOT NULL
),
compared AS (
    SELECT place, role, asked.sort, count(variable) = len($variables::VARCHAR[]) AS complete
    FROM asked LEFT JOIN points USING (place)
    GROUP BY place, role, asked.sort, partner, level
    QUALIFY level = first_value(level) OVER (PARTITION BY partner ORDER BY complete DESC, level)
),
standard AS (
    SELECT variable, place, role, sort, year, value, flag, source,
           coalesce((value - avg(value) OVER across) / nullif(stddev_pop(value) OVER across, 0), 0) AS apart
    FROM points JOIN compared USING (place)
    WHERE complete
    WINDOW across AS (PARTITION BY variable)
),
weights AS (
    SELECT unnest($variables::VARCHAR[]) AS variable, unnest($weights::DOUBLE[]) AS weight
)
