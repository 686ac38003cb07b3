-- A town outside the region's outline has its latitude and longitude swapped, or is another town of that name.
WITH corners AS (
    SELECT unnest((geometry_json::JSON -> '$.coordinates[0]')::DOUBLE[][]) AS corner FROM outlines WHERE layer = 'home'
)
SELECT name, latitude, longitude
FROM towns
WHERE longitude NOT BETWEEN (SELECT min(corner[1]) FROM corners) AND (SELECT max(corner[1]) FROM corners)
   OR latitude NOT BETWEEN (SELECT min(corner[2]) FROM corners) AND (SELECT max(corner[2]) FROM corners)
