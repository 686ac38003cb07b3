-- The groups of a place and year added up; only where the passport says that groups may be. Where one of them has no
-- value there is no sum. A sum with a lower bound in it is one too; other qualifiers make it about right.
WITH {measured}
SELECT place, year, CASE WHEN count(*) = count(value) THEN sum(value) END AS value, min(kind) AS kind,
       CASE WHEN bool_or(flag IN ('<', '~')) THEN '~' WHEN bool_or(flag = '>') THEN '>'
            ELSE coalesce(list_aggregate(list_sort(list_distinct(string_split(string_agg(flag, ''), ''))), 'string_agg', ''), '')
       END AS flag,
       string_agg(DISTINCT source, ' ' ORDER BY source) AS source
FROM lined
GROUP BY place, year, origin
