-- More participations kept than the project has in all means that rows were read twice.
SELECT projects.id, projects.participants, count(*) AS kept
FROM projects JOIN participations ON participations.project = projects.id
GROUP BY projects.id, projects.participants
HAVING count(*) > projects.participants
