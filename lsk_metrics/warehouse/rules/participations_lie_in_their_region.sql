-- A participation counts for the region its NUTS code begins with, or that a code of an older version stands for.
SELECT participations.source, record, nuts, region
FROM participations
WHERE NOT starts_with(nuts, region)
  AND NOT EXISTS (SELECT 1 FROM aliases WHERE list = 'regions' AND code = region AND starts_with(nuts, written))
