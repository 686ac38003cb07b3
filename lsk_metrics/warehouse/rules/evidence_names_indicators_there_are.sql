-- A criterion cannot rest on an indicator that nobody can look up.
SELECT id, indicator FROM evidence
WHERE indicator IS NOT NULL AND indicator NOT IN (SELECT indicator FROM definitions)
