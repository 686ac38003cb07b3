-- A town outside the region's outline has its latitude and longitude swapped, or is another town of that name.
WITH pairs AS (
    SELECT unnest(regexp_extract_all(geometry_json, '\[-?[0-9.]+, ?-?[0-9.]+')) AS pair FROM outlines WHERE layer = 'home'
), corners AS (
    SELECT regexp_extract(pair, '\[(-?[0-9.]+)', 1)::DOUBLE AS east, regexp_extract(pair, ', ?(-?[0-9.]+)', 1)::DOUBLE AS north
    FROM pairs
)
SELECT name, latitude, longitude
FROM towns
WHERE longitude NOT BETWEEN (SELECT min(east) FROM corners) AND (SELECT max(east) FROM corners)
   OR latitude NOT BETWEEN (SELECT min(north) FROM corners) AND (SELECT max(north) FROM corners)
