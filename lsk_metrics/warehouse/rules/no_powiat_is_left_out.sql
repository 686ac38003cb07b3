-- A measure that lacks a powiat was cut off while it was copied.
SELECT measure, year, count(*) AS powiats, (SELECT count(*) FROM powiats) AS expected
FROM powiat_figures
GROUP BY measure, year
HAVING count(*) <> (SELECT count(*) FROM powiats)
