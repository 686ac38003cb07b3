-- What every question goes through: the period, the kinds of truth and the places asked for. Without places, all but
-- the other regions of the country, which are a set of peers to be asked for.
SELECT *
FROM (
{body}
) AS indicator
WHERE year BETWEEN $first_year AND $last_year
  AND (kind <> 'illustrative' OR $illustrative)
  AND (list_contains($places::VARCHAR[], place)
       OR (len($places::VARCHAR[]) = 0 AND place NOT IN (SELECT code FROM regions WHERE role = 'domestic')))
