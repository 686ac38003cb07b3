-- A flag nobody can read is a warning nobody gets; the letters are those Eurostat publishes.
SELECT dataset, region, year, flag FROM observations WHERE NOT regexp_full_match(flag, '[bcdefnprsuz]*')
