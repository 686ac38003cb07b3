-- Projects are kept because the home region takes part in them; one without it would swell every count.
SELECT id, acronym FROM projects WHERE id NOT IN (SELECT project FROM home_participations)
