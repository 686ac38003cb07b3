-- Clearly made up: every name is a number, and every choice follows from it, so that each run gives the same rows.
INSERT INTO members
SELECT 'M' || i, 'Illustrative member ' || i,
       (SELECT list(code ORDER BY sort) FROM member_types)[1 + i % (SELECT count(*) FROM member_types)],
       (SELECT list(code ORDER BY sort) FROM areas)[1 + (i // 3) % (SELECT count(*) FROM areas)],
       CASE WHEN i % 5 < 3 THEN (SELECT list(code ORDER BY sort) FROM value_chains)[1 + i % 2] END,
       (SELECT list(name ORDER BY name) FROM towns)[1 + (i * 7) % (SELECT count(*) FROM towns)],
       DATE '2006-01-01' + (i * 37 % 7300)::INTEGER,
       CASE WHEN i % 10 < 3 THEN DATE '2006-01-01' + (i * 37 % 7300 + 400 + i % 2000)::INTEGER END,
       'illustrative', 'sample_members'
FROM range($members) AS made (i);

INSERT INTO investments
SELECT 'I' || i, CASE WHEN i % 3 = 0 THEN 'infrastructure' ELSE 'project' END, 'Illustrative investment ' || i,
       (1 + i % 900)::DECIMAL(12, 3) / 100, 2006 + (i % 20)::INTEGER, 'M' || i,
       (SELECT list(name ORDER BY name) FROM towns)[1 + (i * 7) % (SELECT count(*) FROM towns)],
       NULL, 'illustrative', 'sample_investments'
FROM range($members) AS made (i);

INSERT INTO startups
SELECT 'S' || i, 'Illustrative start-up ' || i, DATE '2006-01-01' + (i * 41 % 7300)::INTEGER,
       (SELECT list(name ORDER BY name) FROM towns)[1 + (i * 11) % (SELECT count(*) FROM towns)],
       (SELECT list(code ORDER BY sort) FROM areas)[1 + i % (SELECT count(*) FROM areas)], NULL, NULL,
       ['active', 'acquired', 'closed'][1 + i % 3], 'illustrative', 'sample_startups'
FROM range($members // 3) AS made (i);

INSERT INTO projects
SELECT 'P' || i, CASE WHEN i % 2 = 0 THEN 'h2020' ELSE 'horizon_europe' END, 'ILL' || i, 'Illustrative project ' || i,
       DATE '2006-01-01' + (i * 13 % 7300)::INTEGER, 1000000 + i % 9000000, 10, 5, 'published', 'cordis_h2020'
FROM range($projects) AS made (i);

INSERT INTO project_fields
SELECT 'P' || i, ['natural sciences', 'engineering and technology', 'social sciences'][1 + i % 3], 'cordis_h2020'
FROM range($projects) AS made (i) WHERE i % 7 > 0;

INSERT INTO participations
SELECT 'cordis_h2020', 1 + i, 'P' || (i // 10), 'O' || (i % 20000), 'Illustrative organisation ' || (i % 20000),
       (SELECT list(name ORDER BY name) FROM towns)[1 + (i * 3) % (SELECT count(*) FROM towns)], 'XX',
       CASE WHEN i % 20 = 0 THEN (SELECT code FROM regions WHERE role = 'home')
            ELSE (SELECT list(code ORDER BY sort) FROM regions WHERE role = 'peer')[1 + i % (SELECT count(*) FROM regions WHERE role = 'peer')] END,
       'participant', 10000 + i % 900000, false, 'published'
FROM range($participations) AS made (i);

-- Their card is that of a made-up table.
INSERT INTO sources SELECT * REPLACE ('cordis_h2020' AS id) FROM sources WHERE id = 'sample_members';
