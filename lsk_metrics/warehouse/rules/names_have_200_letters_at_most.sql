-- A longer name fits no heading, no table and no map; it is mostly a note in the wrong column.
SELECT "table", id, greatest(length(name), length(name_pl)) AS letters FROM (
    SELECT 'regions' AS "table", code AS id, name, name_pl FROM regions
    UNION ALL SELECT 'areas', code, name, name_pl FROM areas
    UNION ALL SELECT 'criteria', code, name, name_pl FROM criteria
    UNION ALL SELECT 'helix', code, name, name_pl FROM helix
    UNION ALL SELECT 'investments', id, name, NULL FROM investments
    UNION ALL SELECT 'member_types', code, name, name_pl FROM member_types
    UNION ALL SELECT 'members', id, name, NULL FROM members
    UNION ALL SELECT 'powiats', teryt, name, NULL FROM powiats
    UNION ALL SELECT 'segments', left(name, 40), name, name_pl FROM segments
    UNION ALL SELECT 'startups', id, name, NULL FROM startups
    UNION ALL SELECT 'towns', left(name, 40), name, NULL FROM towns
    UNION ALL SELECT 'value_chains', code, name, name_pl FROM value_chains
)
WHERE letters > 200
