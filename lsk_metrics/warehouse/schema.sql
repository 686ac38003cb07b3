-- The warehouse, written once: what a snapshot holds, in which unit, and which rows may refer to which.
-- Table by table in loading order: whoever is referred to stands above whoever refers.

-- Where figures come from ------------------------------------------------------------------------------------------

CREATE TABLE sources (
    id            VARCHAR PRIMARY KEY,
    producer      VARCHAR NOT NULL,
    producer_pl   VARCHAR NOT NULL,
    title         VARCHAR NOT NULL,
    title_pl      VARCHAR NOT NULL,
    kind          VARCHAR NOT NULL CHECK (kind IN ('published', 'derived', 'register', 'illustrative')),
    licence       VARCHAR NOT NULL,
    url           VARCHAR,
    published     VARCHAR,
    retrieved     VARCHAR NOT NULL,
    shipped       VARCHAR,
    file          VARCHAR NOT NULL,
    sha256        VARCHAR NOT NULL CHECK (length(sha256) = 64),
    note          VARCHAR,
    note_pl       VARCHAR
);
COMMENT ON TABLE sources IS 'One card for each source: who made it, under which licence, when it was read, and the checksum of the file.';
COMMENT ON COLUMN sources.published IS 'ISO date, or a year, or a year and month, as precise as the source is; empty when it gives none';
COMMENT ON COLUMN sources.retrieved IS 'ISO date, or a year, or a year and month: when the copy held here was taken';
COMMENT ON COLUMN sources.shipped IS 'when the copy that comes with the program was taken, where this one was fetched later and takes its place';
COMMENT ON COLUMN sources.file IS 'path below the data folder; of what was imported, below the home folder';

-- The only list of each thing that figures refer to ----------------------------------------------------------------

CREATE TABLE regions (
    code          VARCHAR PRIMARY KEY,
    name          VARCHAR NOT NULL,
    name_pl       VARCHAR NOT NULL,
    role          VARCHAR NOT NULL CHECK (role IN ('home', 'peer', 'nation', 'union', 'domestic')),
    peer          VARCHAR,
    peer_pl       VARCHAR,
    proxy         VARCHAR,
    proxy_pl      VARCHAR,
    country       VARCHAR NOT NULL,
    nuts_level    INTEGER CHECK (nuts_level BETWEEN 0 AND 3),
    nuts_version  VARCHAR NOT NULL,
    sort          INTEGER NOT NULL UNIQUE,
    CHECK ((role = 'peer') = (peer IS NOT NULL))
);
COMMENT ON TABLE regions IS 'Home region, its peers with the statistical region that stands in for each, the nation and the Union.';
COMMENT ON COLUMN regions.peer IS 'the partner region this code stands for; two codes may share one peer';
COMMENT ON COLUMN regions.proxy IS 'what the reader must know where the statistical region is not the partner region itself';

CREATE TABLE powiats (
    teryt         VARCHAR PRIMARY KEY,
    name          VARCHAR NOT NULL,
    city          BOOLEAN NOT NULL,
    nuts3         VARCHAR NOT NULL,
    nuts3_name    VARCHAR NOT NULL,
    area_km2      DOUBLE NOT NULL CHECK (area_km2 > 0),
    tile_column   INTEGER NOT NULL,
    tile_row      INTEGER NOT NULL,
    UNIQUE (tile_column, tile_row)
);
COMMENT ON TABLE powiats IS 'The counties of the home region; cities with powiat status are marked.';
COMMENT ON COLUMN powiats.area_km2 IS 'approximate: from a simplified outline';
COMMENT ON COLUMN powiats.tile_row IS 'place in the honeycomb of the tile map, from the north; odd rows stand half a column to the east';

CREATE TABLE towns (
    name          VARCHAR PRIMARY KEY,
    teryt         VARCHAR NOT NULL REFERENCES powiats (teryt),
    latitude      DOUBLE NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude     DOUBLE NOT NULL CHECK (longitude BETWEEN -180 AND 180)
);
COMMENT ON TABLE towns IS 'Towns a member, an investment, a start-up or a university can be placed in; degrees, WGS 84.';

CREATE TABLE helix (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, name_pl VARCHAR NOT NULL, sort INTEGER NOT NULL UNIQUE);
COMMENT ON TABLE helix IS 'The groups of the quadruple helix.';

CREATE TABLE areas (
    code          VARCHAR PRIMARY KEY,
    name          VARCHAR NOT NULL,
    name_pl       VARCHAR NOT NULL,
    helix         VARCHAR NOT NULL REFERENCES helix (code),
    sort          INTEGER NOT NULL UNIQUE
);
COMMENT ON TABLE areas IS 'Areas of interest of the cluster.';

CREATE TABLE value_chains (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, name_pl VARCHAR NOT NULL,
                           short VARCHAR NOT NULL, short_pl VARCHAR NOT NULL, sort INTEGER NOT NULL UNIQUE);
COMMENT ON TABLE value_chains IS 'Value chains the cluster works in; short is the label for charts.';

CREATE TABLE segments (
    value_chain   VARCHAR NOT NULL REFERENCES value_chains (code),
    name          VARCHAR NOT NULL,
    name_pl       VARCHAR NOT NULL,
    sort          INTEGER NOT NULL,
    PRIMARY KEY (value_chain, sort)
);
COMMENT ON TABLE segments IS 'Segments of each value chain.';

CREATE TABLE member_types (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, name_pl VARCHAR NOT NULL, sort INTEGER NOT NULL UNIQUE);
COMMENT ON TABLE member_types IS 'Kinds of organisation a member can be.';

CREATE TABLE outlines (
    layer         VARCHAR NOT NULL CHECK (layer IN ('country', 'region', 'home', 'powiat', 'nuts3')),
    code          VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    geometry_json VARCHAR NOT NULL,
    source        VARCHAR NOT NULL REFERENCES sources (id),
    PRIMARY KEY (layer, code)
);
COMMENT ON TABLE outlines IS 'Generalised outlines for the map: its ground, and the units that were imported; a GeoJSON geometry each, degrees, WGS 84.';

-- What has been said in public -------------------------------------------------------------------------------------

CREATE TABLE claims (
    id            VARCHAR PRIMARY KEY,
    topic         VARCHAR NOT NULL,
    statement     VARCHAR NOT NULL,
    statement_pl  VARCHAR NOT NULL,
    value         DOUBLE,
    unit          VARCHAR,
    qualifier     VARCHAR NOT NULL CHECK (qualifier IN ('exact', 'over', 'about', 'almost', 'text')),
    period        VARCHAR,
    year          INTEGER CHECK (year BETWEEN 1900 AND 2100),
    source        VARCHAR NOT NULL REFERENCES sources (id),
    seed          BOOLEAN NOT NULL,
    caveat        VARCHAR,
    caveat_pl     VARCHAR,
    check_sql     VARCHAR,
    check_note    VARCHAR,
    check_note_pl VARCHAR,
    sort          INTEGER NOT NULL UNIQUE,
    CHECK ((qualifier = 'text') = (value IS NULL))
);
COMMENT ON TABLE claims IS 'Every statement of fact about the cluster that was published, with its qualifier, date and source.';
COMMENT ON COLUMN claims.value IS 'in the unit of the row; empty for a statement in words';
COMMENT ON COLUMN claims.period IS 'what the source dates it by, ISO where it can be; empty means undated';
COMMENT ON COLUMN claims.year IS 'the year it is drawn at, where the source gives one';
COMMENT ON COLUMN claims.check_sql IS 'a SELECT over this snapshot that gives one number to hold the claim against';

CREATE TABLE claim_checks (
    claim         VARCHAR PRIMARY KEY REFERENCES claims (id),
    found         DOUBLE,
    agrees        BOOLEAN NOT NULL,
    kind          VARCHAR NOT NULL CHECK (kind IN ('published', 'register', 'illustrative'))
);
COMMENT ON COLUMN claim_checks.kind IS 'the kind of truth the claim was held against; a sample agrees because it was made to';
COMMENT ON TABLE claim_checks IS 'What the check of each claim found at build time; in the unit of the claim.';

-- What happened beside the figures ---------------------------------------------------------------------------------

CREATE TABLE events (
    id            VARCHAR PRIMARY KEY,
    kind          VARCHAR NOT NULL CHECK (kind IN ('cluster', 'programme', 'method', 'boundary', 'economy')),
    begins        VARCHAR NOT NULL CHECK (regexp_full_match(begins, '[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?')),
    ends          VARCHAR CHECK (regexp_full_match(ends, '[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?')),
    title         VARCHAR NOT NULL,
    title_pl      VARCHAR NOT NULL,
    short         VARCHAR NOT NULL CHECK (length(short) <= 26),
    short_pl      VARCHAR NOT NULL CHECK (length(short_pl) <= 26),
    note          VARCHAR,
    note_pl       VARCHAR,
    source        VARCHAR NOT NULL REFERENCES sources (id),
    claim         VARCHAR REFERENCES claims (id),
    tables        VARCHAR,
    indicators    VARCHAR,
    places        VARCHAR
);
COMMENT ON TABLE events IS 'What happened that a reader of figures over years must know: founding, programmes, changes of method or boundary; each with its source.';
COMMENT ON COLUMN events.begins IS 'ISO year, month or day, as precise as the source is';
COMMENT ON COLUMN events.ends IS 'the last year, month or day of a programme or term; empty for what happened at one time';
COMMENT ON COLUMN events.short IS 'the label in a chart';
COMMENT ON COLUMN events.claim IS 'the published statement it rests on; the caveat of that holds for the event too';
COMMENT ON COLUMN events.tables IS 'tables, blanks between: it belongs to every indicator that rests on one of them';
COMMENT ON COLUMN events.indicators IS 'indicators, blanks between, that it belongs to besides';
COMMENT ON COLUMN events.places IS 'codes of places, blanks between, of which one must be shown; empty where it concerns every place';

-- The register (the foundation''s own, or the sample that stands in for it) -----------------------------------------

CREATE TABLE members (
    id            VARCHAR PRIMARY KEY,
    name          VARCHAR NOT NULL,
    type          VARCHAR NOT NULL REFERENCES member_types (code),
    area          VARCHAR NOT NULL REFERENCES areas (code),
    value_chain   VARCHAR REFERENCES value_chains (code),
    town          VARCHAR NOT NULL REFERENCES towns (name),
    joined        DATE NOT NULL,
    "left"        DATE CHECK ("left" > joined),
    kind          VARCHAR NOT NULL CHECK (kind IN ('register', 'illustrative')),
    source        VARCHAR NOT NULL REFERENCES sources (id)
);
COMMENT ON TABLE members IS 'Who belongs to the cluster, from when to when.';

CREATE TABLE investments (
    id            VARCHAR PRIMARY KEY,
    purpose       VARCHAR NOT NULL CHECK (purpose IN ('infrastructure', 'project')),
    name          VARCHAR NOT NULL,
    amount_eur_m  DECIMAL(12, 3) NOT NULL,
    year          INTEGER NOT NULL,
    lead_member   VARCHAR NOT NULL REFERENCES members (id),
    town          VARCHAR NOT NULL REFERENCES towns (name),
    programme     VARCHAR,
    kind          VARCHAR NOT NULL CHECK (kind IN ('register', 'illustrative')),
    source        VARCHAR NOT NULL REFERENCES sources (id)
);
COMMENT ON TABLE investments IS 'Money put into R&D infrastructure and into R&D projects, at current prices.';

CREATE TABLE startups (
    id                 VARCHAR PRIMARY KEY,
    name               VARCHAR NOT NULL,
    launched           DATE NOT NULL,
    town               VARCHAR NOT NULL REFERENCES towns (name),
    area               VARCHAR NOT NULL REFERENCES areas (code),
    value_chain        VARCHAR REFERENCES value_chains (code),
    seed_funding_eur_m DECIMAL(12, 3),
    status             VARCHAR NOT NULL CHECK (status IN ('active', 'acquired', 'closed')),
    kind               VARCHAR NOT NULL CHECK (kind IN ('register', 'illustrative')),
    source             VARCHAR NOT NULL REFERENCES sources (id)
);
COMMENT ON TABLE startups IS 'Companies launched with seed funds.';

CREATE TABLE targets (
    id                VARCHAR PRIMARY KEY,
    indicator         VARCHAR NOT NULL,
    place             VARCHAR,
    direction         VARCHAR NOT NULL CHECK (direction IN ('more', 'less')),
    rule              VARCHAR CHECK (rule IN ('R1', 'R2', 'R3')),
    baseline_year     INTEGER NOT NULL,
    baseline_value    DOUBLE NOT NULL,
    milestone_1_year  INTEGER CHECK (milestone_1_year > baseline_year AND milestone_1_year < target_year),
    milestone_1_value DOUBLE,
    milestone_2_year  INTEGER CHECK (milestone_2_year > milestone_1_year AND milestone_2_year < target_year),
    milestone_2_value DOUBLE,
    target_year       INTEGER NOT NULL CHECK (target_year > baseline_year),
    target_value      DOUBLE NOT NULL,
    owner             VARCHAR,
    document          VARCHAR NOT NULL,
    adopted           DATE,
    kind              VARCHAR NOT NULL CHECK (kind IN ('register', 'illustrative')),
    source            VARCHAR NOT NULL REFERENCES sources (id),
    CHECK ((milestone_1_year IS NULL) = (milestone_1_value IS NULL)),
    CHECK ((milestone_2_year IS NULL) = (milestone_2_value IS NULL)),
    CHECK (milestone_2_year IS NULL OR milestone_1_year IS NOT NULL),
    CHECK (adopted IS NOT NULL OR kind = 'illustrative')
);
COMMENT ON TABLE targets IS 'What is to be reached, from where and by when; each as the document that was adopted sets it.';
COMMENT ON COLUMN targets.indicator IS 'id of the indicator; values are in its unit';
COMMENT ON COLUMN targets.place IS 'code of a region or powiat, or a town; empty is the home region';
COMMENT ON COLUMN targets.rule IS 'the rule its status is told by; empty is the usual one';
COMMENT ON COLUMN targets.adopted IS 'the day its document was adopted; empty for what nobody has adopted';

-- What a board asks for evidence of ---------------------------------------------------------------------------------

CREATE TABLE criteria (
    code          VARCHAR PRIMARY KEY,
    board         VARCHAR NOT NULL CHECK (board IN ('s3', 'cluster')),
    name          VARCHAR NOT NULL,
    name_pl       VARCHAR NOT NULL,
    lacks         VARCHAR,
    lacks_pl      VARCHAR,
    indicator     VARCHAR,
    at_least      INTEGER,
    source        VARCHAR NOT NULL REFERENCES sources (id),
    sort          INTEGER NOT NULL UNIQUE
);
COMMENT ON TABLE criteria IS 'What must be shown: the fulfilment criteria of the enabling condition on smart specialisation, and what the contest for key clusters asks.';
COMMENT ON COLUMN criteria.lacks IS 'what is known not to be among the data';
COMMENT ON COLUMN criteria.at_least IS 'the number that must be reached: by the indicator named, else by years since the year of its statement';

CREATE TABLE evidence (
    id            VARCHAR PRIMARY KEY,
    criterion     VARCHAR NOT NULL REFERENCES criteria (code),
    type          VARCHAR NOT NULL CHECK (type IN ('indicator', 'statement', 'document')),
    indicator     VARCHAR,
    claim         VARCHAR REFERENCES claims (id),
    title         VARCHAR,
    link          VARCHAR,
    dated         DATE,
    owner         VARCHAR,
    note          VARCHAR,
    kind          VARCHAR NOT NULL CHECK (kind IN ('register', 'derived')),
    source        VARCHAR NOT NULL REFERENCES sources (id),
    CHECK ((type = 'indicator') = (indicator IS NOT NULL)),
    CHECK ((type = 'statement') = (claim IS NOT NULL)),
    CHECK (type <> 'document' OR title IS NOT NULL)
);
COMMENT ON TABLE evidence IS 'What bears on a criterion: an indicator, a published statement, or a document of the register.';
COMMENT ON COLUMN evidence.kind IS 'register, or derived: the list that comes with the program; the thing itself has a kind of its own';

-- Open statistics --------------------------------------------------------------------------------------------------

CREATE TABLE observations (
    source        VARCHAR NOT NULL REFERENCES sources (id),
    dataset       VARCHAR NOT NULL,
    breakdown     VARCHAR NOT NULL DEFAULT '',
    unit          VARCHAR NOT NULL,
    region        VARCHAR NOT NULL REFERENCES regions (code),
    year          INTEGER NOT NULL,
    value         DOUBLE,
    flag          VARCHAR NOT NULL DEFAULT '',
    kind          VARCHAR NOT NULL CHECK (kind IN ('published', 'derived')),
    PRIMARY KEY (source, dataset, breakdown, unit, region, year)
);
COMMENT ON TABLE observations IS 'Regional statistics as their producer gives them: one row a cell, empty cells kept empty.';
COMMENT ON COLUMN observations.value IS 'in the unit of the row; empty is missing, never zero';
COMMENT ON COLUMN observations.flag IS 'the producer''s letters: b break, p provisional, e estimated, d definition differs, u low reliability';

CREATE TABLE powiat_figures (
    source        VARCHAR NOT NULL REFERENCES sources (id),
    teryt         VARCHAR NOT NULL REFERENCES powiats (teryt),
    measure       VARCHAR NOT NULL,
    unit          VARCHAR NOT NULL,
    year          INTEGER NOT NULL,
    value         DOUBLE,
    kind          VARCHAR NOT NULL CHECK (kind IN ('published', 'derived')),
    PRIMARY KEY (teryt, measure, year)
);
COMMENT ON TABLE powiat_figures IS 'Figures for the counties; in the unit of the row.';

CREATE TABLE higher_education (
    source        VARCHAR NOT NULL REFERENCES sources (id),
    place         VARCHAR NOT NULL,
    level         VARCHAR NOT NULL CHECK (level IN ('region', 'town', 'institution')),
    town          VARCHAR REFERENCES towns (name),
    academic_year VARCHAR NOT NULL,
    year          INTEGER NOT NULL,
    measure       VARCHAR NOT NULL CHECK (measure IN ('students', 'foreign_students', 'graduates', 'institutions')),
    value         DOUBLE NOT NULL,
    qualifier     VARCHAR NOT NULL CHECK (qualifier IN ('exact', 'over', 'about', 'almost')),
    PRIMARY KEY (place, academic_year, measure),
    CHECK ((level = 'institution') = (town IS NOT NULL))
);
COMMENT ON TABLE higher_education IS 'Students, graduates and institutions by place and academic year; persons or institutions.';
COMMENT ON COLUMN higher_education.town IS 'where an institution has its seat; empty for regions and towns';
COMMENT ON COLUMN higher_education.year IS 'the calendar year the academic year begins in';

-- Projects of the framework programmes -----------------------------------------------------------------------------

CREATE TABLE town_names (
    written       VARCHAR PRIMARY KEY,
    town          VARCHAR NOT NULL
);
COMMENT ON TABLE town_names IS 'Names under which sources write a town that is listed under another, such as that of another language.';

CREATE TABLE projects (
    id                  VARCHAR PRIMARY KEY,
    programme           VARCHAR NOT NULL,
    acronym             VARCHAR,
    title               VARCHAR,
    begins              DATE NOT NULL,
    ec_contribution_eur DECIMAL(15, 2) CHECK (ec_contribution_eur >= 0),
    participants        INTEGER NOT NULL CHECK (participants > 0),
    countries           INTEGER NOT NULL CHECK (countries > 0),
    kind                VARCHAR NOT NULL CHECK (kind = 'published'),
    source              VARCHAR NOT NULL REFERENCES sources (id)
);
COMMENT ON TABLE projects IS 'Research projects of the European Union with at least one participant in the home region.';
COMMENT ON COLUMN projects.begins IS 'the start date of the project; the day the grant was signed where the file gives no start date';
COMMENT ON COLUMN projects.ec_contribution_eur IS 'the most the European Commission pays to all participants together, over the whole project';
COMMENT ON COLUMN projects.participants IS 'all participations in the project, also those from regions that are not kept here';
COMMENT ON COLUMN projects.countries IS 'countries of all of them';

CREATE TABLE project_fields (
    project       VARCHAR NOT NULL REFERENCES projects (id),
    field         VARCHAR NOT NULL,
    source        VARCHAR NOT NULL REFERENCES sources (id),
    PRIMARY KEY (project, field)
);
COMMENT ON TABLE project_fields IS 'Fields of science of a project: the first level of the European Science Vocabulary. A project may have several, or none.';

CREATE TABLE participations (
    source              VARCHAR NOT NULL REFERENCES sources (id),
    record              INTEGER NOT NULL CHECK (record > 0),
    project             VARCHAR NOT NULL REFERENCES projects (id),
    organisation_id     VARCHAR NOT NULL,
    organisation        VARCHAR NOT NULL,
    town_written        VARCHAR,
    nuts                VARCHAR NOT NULL,
    region              VARCHAR NOT NULL REFERENCES regions (code),
    role                VARCHAR NOT NULL,
    ec_contribution_eur DECIMAL(15, 2) CHECK (ec_contribution_eur >= 0),
    ended               BOOLEAN NOT NULL,
    kind                VARCHAR NOT NULL CHECK (kind = 'published'),
    PRIMARY KEY (source, record)
);
COMMENT ON TABLE participations IS 'Who takes part in the projects: a row a participation of the home region or of a partner region, as the source lists it.';
COMMENT ON COLUMN participations.record IS 'which row of the file it is, from 1; rows whose quotation marks had to be mended come last';
COMMENT ON COLUMN participations.region IS 'the region with the longest code that the NUTS code begins with';
COMMENT ON COLUMN participations.role IS 'as the source names it: coordinator, participant, thirdParty, …';
COMMENT ON COLUMN participations.ec_contribution_eur IS 'after what was passed on to linked third parties; where the file leaves that empty, the sum of the grant agreement';
COMMENT ON COLUMN participations.ended IS 'the organisation left before the end of the project';

CREATE TABLE file_counts (
    source        VARCHAR NOT NULL REFERENCES sources (id),
    counted       VARCHAR NOT NULL CHECK (counted IN ('projects', 'participations', 'without_region', 'unread')),
    count         INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (source, counted)
);
COMMENT ON TABLE file_counts IS 'What a large file holds beyond what is kept of it here.';
COMMENT ON COLUMN file_counts.counted IS 'projects, participations: all in the file; without_region: participations of the home country whose region the file does not say; unread: rows and amounts listed in left_out';

CREATE TABLE left_out (
    source        VARCHAR NOT NULL REFERENCES sources (id),
    file          VARCHAR NOT NULL,
    line          INTEGER NOT NULL,
    reason        VARCHAR NOT NULL,
    said          VARCHAR,
    PRIMARY KEY (source, file, line, reason)
);
COMMENT ON TABLE left_out IS 'Rows of a large file that could not be read, or not whole: where, why, and how they begin.';

-- What indicators meant -------------------------------------------------------------------------------------------

CREATE TABLE definitions (
    indicator     VARCHAR PRIMARY KEY,
    passport      VARCHAR NOT NULL,
    sql           VARCHAR NOT NULL,
    shared_sha256 VARCHAR NOT NULL CHECK (length(shared_sha256) = 64)
);
COMMENT ON TABLE definitions IS 'What each indicator meant when this snapshot was built: its passport and its query, so that a later change of definition can be told from a change of the data.';
COMMENT ON COLUMN definitions.passport IS 'TOML, as in the head of the indicator''s file';
COMMENT ON COLUMN definitions.shared_sha256 IS 'checksum of the views that all indicators rest on';

-- What was checked, and what this snapshot is ----------------------------------------------------------------------

CREATE TABLE caveats (
    indicator     VARCHAR NOT NULL,
    sort          INTEGER NOT NULL,
    words         VARCHAR NOT NULL,
    words_pl      VARCHAR NOT NULL,
    copy_of       VARCHAR REFERENCES sources (id),
    PRIMARY KEY (indicator, sort)
);
COMMENT ON COLUMN caveats.copy_of IS 'the source of which the shipped copy is meant: not said of one that was fetched later';
COMMENT ON TABLE caveats IS 'What a reader of an indicator must know about these very data, beyond the method.';

CREATE TABLE rules (name VARCHAR PRIMARY KEY, reason VARCHAR NOT NULL, sql VARCHAR NOT NULL);
COMMENT ON TABLE rules IS 'The rules this snapshot has passed, each with its reason.';

CREATE TABLE snapshot (id VARCHAR NOT NULL, built_at TIMESTAMP NOT NULL, data_sha256 VARCHAR NOT NULL, program VARCHAR NOT NULL);
COMMENT ON TABLE snapshot IS 'One row: which snapshot this is. built_at is UTC.';
