-- From the files of CORDIS, read as text (project, organization, euroSciVoc), to the rows that are kept: projects with
-- at least one participant in the home region, and of their participations those of the home and the peer regions.
-- `prefixes` holds the codes by which a region is known, and its role. Every row named in left_out was read in part.

CREATE TEMP MACRO money(written) AS TRY_CAST(replace(replace(trim(written), ' ', ''), ',', '.') AS DECIMAL(15, 2));
CREATE TEMP MACRO filled(written) AS nullif(trim(written), '');

CREATE TEMP TABLE placed AS
WITH codes AS (SELECT DISTINCT upper(trim(nutsCode)) AS nuts FROM organization WHERE filled(nutsCode) IS NOT NULL),
     matched AS (
         SELECT nuts, arg_max(region, length(prefix)) AS region, arg_max(role, length(prefix)) AS standing
         FROM codes JOIN prefixes ON starts_with(nuts, prefix)
         GROUP BY nuts
     )
SELECT record, trim(projectID) AS project, filled(organisationID) AS organisation_id, filled(name) AS organisation,
       filled(city) AS town_written, filled(country) AS country, upper(filled(nutsCode)) AS nuts, matched.region, standing,
       coalesce(filled(role), 'not stated') AS role, coalesce(filled(netEcContribution), filled(ecContribution)) AS amount,
       coalesce(lower(trim(endOfParticipation)) = 'true', false) AS ended
FROM organization LEFT JOIN matched ON matched.nuts = upper(trim(organization.nutsCode));

CREATE TEMP TABLE wanted AS
SELECT project, count(*) AS participants, greatest(count(DISTINCT country), 1) AS countries
FROM placed
GROUP BY project HAVING bool_or(standing IS NOT DISTINCT FROM 'home');

CREATE TEMP TABLE found AS
SELECT project.record, trim(id) AS id, filled(acronym) AS acronym, filled(title) AS title,
       coalesce(TRY_CAST(trim(startDate) AS DATE), TRY_CAST(trim(ecSignatureDate) AS DATE)) AS begins,
       ecMaxContribution AS amount, row_number() OVER (PARTITION BY trim(id) ORDER BY project.record) AS time,
       participants, countries
FROM project JOIN wanted ON wanted.project = trim(id);

CREATE TEMP TABLE projects AS
SELECT id, acronym, title, begins, participants, countries,
       CASE WHEN money(amount) >= 0 THEN money(amount) END AS ec_contribution_eur
FROM found WHERE time = 1 AND begins IS NOT NULL
ORDER BY id;

CREATE TEMP TABLE participations AS
SELECT record, project, coalesce(organisation_id, organisation) AS organisation_id,
       coalesce(organisation, organisation_id) AS organisation, town_written, nuts, region, role,
       CASE WHEN money(amount) >= 0 THEN money(amount) END AS ec_contribution_eur, ended
FROM placed
WHERE region IS NOT NULL AND project IN (SELECT id FROM projects) AND coalesce(organisation_id, organisation) IS NOT NULL
ORDER BY record;

CREATE TEMP TABLE project_fields AS
SELECT DISTINCT trim(projectID) AS project,
       regexp_replace(lower(split_part(ltrim(trim(euroSciVocPath), '/'), '/', 1)), '[^a-z]+', '_', 'g') AS field
FROM euroSciVoc
WHERE trim(projectID) IN (SELECT id FROM projects) AND ltrim(trim(euroSciVocPath), '/') <> ''
ORDER BY project, field;

CREATE TEMP TABLE file_counts AS
SELECT 'projects' AS counted, count(*) AS count FROM project
UNION ALL SELECT 'participations', count(*) FROM organization
UNION ALL SELECT 'without_region', count(*) FROM placed
WHERE country IN (SELECT country FROM prefixes WHERE role = 'home')
  AND length(coalesce(nuts, '')) < (SELECT min(length(prefix)) FROM prefixes WHERE role = 'home');

-- Lines here are records: the header is the first.
CREATE TEMP TABLE left_out AS
SELECT 'project.csv' AS file, record + 1 AS line, 'no date' AS reason, id AS said FROM found WHERE time = 1 AND begins IS NULL
UNION ALL SELECT 'project.csv', record + 1, 'twice', id FROM found WHERE time > 1
UNION ALL SELECT 'project.csv', record + 1, 'no amount', id || ': ' || amount FROM found
WHERE time = 1 AND filled(amount) IS NOT NULL AND (money(amount) IS NULL OR money(amount) < 0)
UNION ALL SELECT 'organization.csv', record + 1, 'no project', project || ': ' || coalesce(organisation, '') FROM placed
WHERE standing = 'home' AND project NOT IN (SELECT id FROM found)
UNION ALL SELECT 'organization.csv', record + 1, 'no organisation', project FROM placed
WHERE region IS NOT NULL AND project IN (SELECT id FROM projects) AND coalesce(organisation_id, organisation) IS NULL
UNION ALL SELECT 'organization.csv', record + 1, 'no amount', project || ': ' || amount FROM placed
WHERE region IS NOT NULL AND project IN (SELECT id FROM projects) AND amount IS NOT NULL
  AND (money(amount) IS NULL OR money(amount) < 0);
