"""An answer as a Dataset of schema.org: what search engines read in a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import citation
from lsk_metrics.exports.metadata import authority
from lsk_metrics.indicators import labels
from lsk_metrics.language import pick, spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer

# Where a licence is read in full, by its listed name.
TERMS = {
    authority.LICENCES["CC0"]: "https://creativecommons.org/publicdomain/zero/1.0/",
    authority.LICENCES["CC BY 4.0"]: "https://creativecommons.org/licenses/by/4.0/",
    authority.LICENCES["Eurostat"]: "https://eur-lex.europa.eu/eli/dec/2011/833/oj",
}


def dataset(answer: Answer) -> dict[str, Any]:
    """JSON-LD as plain data, in the language spoken."""
    span, known = authority.years(answer), labels.labels(answer.snapshot)
    places = [
        known["regions", code].text() if ("regions", code) in known else code for code in authority.regions(answer)
    ]
    licences = [TERMS.get(authority.licence(card), card.licence) for card in answer.sources]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": answer.title,
        "description": " ".join([answer.sentence, *answer.caveats]),
        "identifier": citation.key(answer),
        "version": answer.snapshot,
        "dateModified": authority.day(answer.snapshot),
        "inLanguage": spoken(),
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": name} for name in citation.producers(answer)],
        "license": list(dict.fromkeys(licences)),
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": pick(card.title, card.title_pl),
                **({"url": card.url} if card.url else {}),
            }
            for card in answer.sources
        ],
        **({"temporalCoverage": f"{span[0]}/{span[1]}"} if span else {}),
        "spatialCoverage": [{"@type": "Place", "name": name} for name in places],
        "variableMeasured": {"@type": "PropertyValue", "name": answer.title, "unitText": answer.unit},
    }
