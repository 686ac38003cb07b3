"""Evidence that breaks its rule, and some that does not."""

from typing import Any

KEPT = f"INSERT INTO definitions VALUES ('members', 'title', 'SELECT 1', '{'0' * 64}')"
ASKED = "INSERT INTO criteria BY NAME SELECT 'body' AS code, 's3' AS board, 'A body' AS name, 'Instytucja' AS name_pl, \
'office' AS source, 1 AS sort"
SHOWN = "INSERT INTO evidence BY NAME SELECT 'body' AS criterion, 'register' AS kind, 'register' AS source, "

BROKEN_EVIDENCE: tuple[str, list[str], list[dict[str, Any]]] = (
    "evidence_names_indicators_there_are",
    [
        KEPT,
        ASKED,
        f"{SHOWN}'right' AS id, 'indicator' AS type, 'members' AS indicator",
        f"{SHOWN}'document' AS id, 'document' AS type, 'Resolution 1/2026' AS title",
        f"{SHOWN}'nobody' AS id, 'indicator' AS type, 'membres' AS indicator",
    ],
    [{"id": "nobody", "indicator": "membres"}],
)
