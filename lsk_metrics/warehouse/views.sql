-- Shared derivations: what more than one indicator, rule or page counts in the same way.

CREATE VIEW home AS SELECT code, name FROM regions WHERE role = 'home';
COMMENT ON VIEW home IS 'The region the dashboard is about: one row.';

CREATE VIEW register_years AS
SELECT unnest(range(min(first), max(last) + 1)) AS year
FROM (SELECT year(min(joined)) AS first, greatest(year(max(joined)), coalesce(year(max("left")), 0)) AS last FROM members);
COMMENT ON VIEW register_years IS 'Every year from the first member''s joining to the last change of the register.';

CREATE VIEW members_at AS
SELECT years.year, members.*
FROM register_years AS years
JOIN members ON year(members.joined) <= years.year AND (members."left" IS NULL OR year(members."left") > years.year);
COMMENT ON VIEW members_at IS 'Who was a member at the end of each year: a row a member and year.';

CREATE VIEW membership AS
SELECT years.year,
       (SELECT count(*) FROM members_at WHERE members_at.year = years.year) AS members,
       (SELECT count(*) FROM members WHERE year(joined) = years.year) AS joined,
       (SELECT count(*) FROM members WHERE year("left") = years.year) AS "left"
FROM register_years AS years;
COMMENT ON VIEW membership IS 'Members at the end of each year, and how many joined and left in it.';

CREATE VIEW published_points AS
SELECT claims.id, claims.topic, claims.unit, claims.year, claims.value, claims.source, sources.kind,
       CASE claims.qualifier WHEN 'over' THEN '>' WHEN 'about' THEN '~' WHEN 'almost' THEN '<' ELSE '' END AS flag
FROM claims JOIN sources ON sources.id = claims.source
WHERE claims.value IS NOT NULL AND claims.year IS NOT NULL;
COMMENT ON VIEW published_points IS 'Published figures that have a year: flag > stands for "over", < for "almost", ~ for "about".';

-- Projects of the framework programmes: the year a project begins in is the year all of it is counted in.
CREATE VIEW home_participations AS
SELECT participations.*, year(projects.begins) AS year, projects.programme
FROM participations
JOIN projects ON projects.id = participations.project
JOIN home ON home.code = participations.region;
COMMENT ON VIEW home_participations IS 'Participations of the home region, with programme and year of their project.';

CREATE VIEW project_years AS
SELECT unnest(range(min(year), max(year) + 1)) AS year FROM (SELECT year(begins) AS year FROM projects);
COMMENT ON VIEW project_years IS 'Every year from the first project''s beginning to the last one''s.';

CREATE VIEW written_towns AS
WITH folded AS (
    SELECT name AS code, name AS written FROM towns
    UNION ALL SELECT town, written FROM town_names
), keys AS (
    SELECT lower(strip_accents(replace(replace(trim(written), 'ł', 'l'), 'Ł', 'L'))) AS key, min(code) AS code
    FROM folded GROUP BY key
)
SELECT written.town_written, coalesce(keys.code, trim(written.town_written), '') AS town, keys.code IS NOT NULL AS known
FROM (SELECT DISTINCT town_written FROM participations JOIN home ON home.code = participations.region) AS written
LEFT JOIN keys ON keys.key = lower(strip_accents(replace(replace(trim(written.town_written), 'ł', 'l'), 'Ł', 'L')));
COMMENT ON VIEW written_towns IS 'Towns as a source writes them, with the listed town that is meant; one that is not listed keeps its own name.';

-- Names of whatever an answer's place or series can be, in both languages and in the order readers expect.
CREATE VIEW labels AS
SELECT 'regions' AS list, code,
       CASE WHEN proxy IS NULL THEN name ELSE name || ' (' || peer || ')' END AS name,
       CASE WHEN proxy IS NULL THEN name_pl ELSE name_pl || ' (' || peer_pl || ')' END AS name_pl,
       proxy AS note, proxy_pl AS note_pl, sort
FROM regions
UNION ALL SELECT 'partners', peer, peer, any_value(peer_pl), string_agg(proxy, '; ' ORDER BY sort), string_agg(proxy_pl, '; ' ORDER BY sort), min(sort)
FROM regions AS lower
WHERE role = 'peer' AND NOT EXISTS (FROM regions AS upper WHERE upper.role = 'peer' AND upper.peer = lower.peer AND upper.code <> lower.code AND starts_with(lower.code, upper.code))
GROUP BY peer
UNION ALL SELECT 'powiats', teryt, CASE WHEN city THEN name ELSE 'powiat ' || name END, NULL, NULL, NULL, row_number() OVER (ORDER BY teryt) FROM powiats
UNION ALL SELECT 'towns', name, name, name, NULL, NULL, row_number() OVER (ORDER BY name) FROM towns
UNION ALL SELECT 'areas', code, name, name_pl, NULL, NULL, sort FROM areas
UNION ALL SELECT 'helix', code, name, name_pl, NULL, NULL, sort FROM helix
UNION ALL SELECT 'value_chains', code, short, short_pl, NULL, NULL, sort FROM value_chains
UNION ALL SELECT 'member_types', code, name, name_pl, NULL, NULL, sort FROM member_types;
COMMENT ON VIEW labels IS 'Code to name, for every list a place or a series can come from.';
