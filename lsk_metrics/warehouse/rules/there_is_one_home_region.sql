-- Every comparison starts from the one region the dashboard is about.
SELECT count(*) AS home_regions FROM regions WHERE role = 'home' HAVING count(*) <> 1
