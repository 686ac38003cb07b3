"""The catalogue of all indicators as DCAT-AP, in JSON-LD: what dane.gov.pl and the European portal harvest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.citation import PROGRAM
from lsk_metrics.exports.metadata import authority
from lsk_metrics.exports.names import safe
from lsk_metrics.indicators import themes
from lsk_metrics.language import LANGUAGES
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lsk_metrics.indicators import Answer

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "adms": "http://www.w3.org/ns/adms#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
THEMES = f"{authority.LIST}/data-theme"
Node = dict[str, Any]


def catalogue(answers: Sequence[Answer], base: str, snapshot: str) -> bytes:
    """One record for each answer, with the files of its data route below `base`, which ends without a stroke.

    The texts stand in both languages, whichever is spoken; equal answers give equal bytes.
    """
    publisher = {"@id": f"{base}/#publisher", "@type": "foaf:Agent", "foaf:name": PROGRAM}
    told: Node = {
        "@context": CONTEXT,
        "@id": f"{base}/api/v1/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": worded(lambda: _("LSK Metrics: regional innovation indicators")),
        "dct:description": worded(
            lambda: _("Indicators of a cluster and its region, each with source, unit and date.")
        ),
        "dct:publisher": publisher,
        "dct:language": [{"@id": name} for name in authority.LANGUAGES.values()],
        "dct:modified": dated(authority.day(snapshot)),
        "foaf:homepage": {"@id": f"{base}/"},
        "dcat:themeTaxonomy": {"@id": THEMES},
        "dcat:dataset": [record(each, base, {"@id": publisher["@id"]}) for each in answers],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def record(answer: Answer, base: str, publisher: Node) -> Node:
    """One dataset; a made-up one says so in its title, for a catalogue shows nothing else of it."""
    home = f"{base}/api/v1/indicators/{answer.indicator.id}"
    span = authority.years(answer)
    return {
        "@id": home,
        "@type": "dcat:Dataset",
        "dct:identifier": answer.indicator.id,
        "dct:title": worded(lambda: title(answer)),
        "dct:description": worded(lambda: " ".join([answer.sentence, *answer.caveats])),
        "dcat:keyword": [*worded(lambda: themes.names()[answer.indicator.theme]), *worded(lambda: answer.unit)],
        "dcat:theme": {"@id": f"{THEMES}/{authority.THEMES[answer.indicator.theme]}"},
        "dct:publisher": publisher,
        "dct:language": [{"@id": name} for name in authority.LANGUAGES.values()],
        "dct:accessRights": {"@id": authority.PUBLIC},
        "dct:accrualPeriodicity": {"@id": authority.IRREGULAR},
        "dct:modified": dated(authority.day(answer.snapshot)),
        "owl:versionInfo": answer.snapshot,
        "dct:spatial": [{"@id": f"http://data.europa.eu/nuts/code/{code}"} for code in authority.regions(answer)],
        **({"dct:temporal": period(*span)} if span else {}),
        "dct:source": [{"@id": card.url} for card in answer.sources if card.url],
        "dcat:landingPage": {"@id": f"{base}/explore?indicator={answer.indicator.id}"},
        "dcat:distribution": [distribution(answer, f"{home}/answer", ending) for ending in authority.FILES],
    }


def title(answer: Answer) -> str:
    if "illustrative" not in answer.kinds:
        return answer.title
    return _("{title} (illustrative figures among them)").format(title=answer.title)


def distribution(answer: Answer, home: str, ending: str) -> Node:
    """One file of a dataset. Where its sources have several licences all are told, the listed ones by their names."""
    name, mime = authority.FILES[ending]
    listed = list(dict.fromkeys(filter(None, map(authority.licence, answer.sources))))
    own = list(dict.fromkeys(card.licence for card in answer.sources if not authority.licence(card)))
    return {
        "@id": f"{home}.{ending}",
        "@type": "dcat:Distribution",
        "dct:title": f"{safe(answer.key)}.{ending}",
        "dcat:accessURL": {"@id": f"{home}.{ending}"},
        "dcat:downloadURL": {"@id": f"{home}.{ending}"},
        "dct:format": {"@id": f"{authority.LIST}/file-type/{name}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{mime}"},
        "dct:license": [{"@id": each} for each in listed],
        "dct:rights": own,
    }


def period(first: int, last: int) -> Node:
    """From the first day of the first year to the last of the last."""
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": dated(f"{first}-01-01"),
        "dcat:endDate": dated(f"{last}-12-31"),
    }


def worded(words: Callable[[], str]) -> list[Node]:
    """A text in each language."""
    found = []
    for lang in LANGUAGES:
        with speaking(lang):
            found.append({"@language": lang, "@value": words()})
    return found


def dated(day: str) -> Node:
    return {"@type": "xsd:date", "@value": day}
