-- Losing half the members in a year is a typing error until proved otherwise.
SELECT year, before, members
FROM (SELECT *, lag(members) OVER (ORDER BY year) AS before FROM membership)
WHERE members < before / 2
