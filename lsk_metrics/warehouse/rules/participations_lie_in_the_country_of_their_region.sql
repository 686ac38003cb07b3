-- A NUTS code begins with its country; a participation counted for a region of another one was placed by mistake.
SELECT participations.source, record, nuts, region
FROM participations JOIN regions ON regions.code = participations.region
WHERE NOT starts_with(nuts, regions.country)
