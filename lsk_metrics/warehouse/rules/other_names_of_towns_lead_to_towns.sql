-- Another name of a town that is not listed leads nowhere; one that is a listed town itself would hide that town.
SELECT written, town FROM town_names
WHERE town NOT IN (SELECT name FROM towns) OR written IN (SELECT name FROM towns)
