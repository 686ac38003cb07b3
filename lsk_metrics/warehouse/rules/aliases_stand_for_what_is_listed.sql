-- An alias of a region or town that is not listed leads nowhere; one for a name that is listed itself would hide it.
SELECT aliases.list, written, aliases.code FROM aliases
WHERE NOT EXISTS (SELECT 1 FROM labels WHERE labels.list = aliases.list AND labels.code = aliases.code)
   OR EXISTS (SELECT 1 FROM labels WHERE labels.list = aliases.list AND labels.code = aliases.written)
