"""Files of the size and shape of CORDIS's own, made up row by row: for the benchmark and the test of memory."""

import csv
import random
import zipfile
from io import TextIOWrapper
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.ingest.importers import tables
from tests.made_up_cordis import FIELD, ORGANIZATION, PROJECT

WORDS = ("cells", "tissue", "data", "models", "energy", "water", "membranes", "“quoted”", "naïve", "zażółć")
PARTNERS, HOME_EVERY = 6, 40


def written(path: Path, projects: int) -> tuple[int, int]:
    """A zip with six participants a project, one project in forty with one of the home region.

    Gives the bytes of its members, unpacked, and how many participations a reading should keep."""
    chance = random.Random(1)
    codes = {str(row["role"]): str(row["code"]) for row in tables.read(paths.data() / "reference" / "regions.csv")}
    concerned = [number for number in range(projects) if number % HOME_EVERY == 0]
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("project.csv", "w") as member:
            lines = writer(member, PROJECT)
            for number in range(projects):
                said = " ".join(chance.choices(WORDS, k=500)) + ';\n "so" it ends'
                lines.writerow({"id": str(number), "acronym": f"P{number}", "title": said[:80], "objective": said,
                                "startDate": f"20{14 + number % 7}-03-01", "ecMaxContribution": "10.5"})  # fmt: skip
        with archive.open("organization.csv", "w") as member:
            lines = writer(member, ORGANIZATION)
            for number in range(projects):
                for at in range(PARTNERS):
                    here = number % HOME_EVERY == 0 and at == 0
                    lines.writerow({"projectID": str(number), "organisationID": str(at), "name": f"ORGANISATION {at}",
                                    "city": "TOWN", "country": "XX", "nutsCode": codes["home"] if here else "XX1",
                                    "street": f"{WORDS[at]} STREET {number}", "role": "participant",
                                    "contactForm": "https://example.org/" + "x" * 90, "ecContribution": "100000",
                                    "netEcContribution": "100000,25", "endOfParticipation": "false"})  # fmt: skip
        with archive.open("euroSciVoc.csv", "w") as member:
            lines = writer(member, FIELD)
            for number in range(projects):
                lines.writerow({"projectID": str(number), "euroSciVocPath": "/natural sciences/mathematics"})
        return sum(each.file_size for each in archive.infolist()), len(concerned)


def writer(member: object, columns: list[str]) -> "csv.DictWriter[str]":
    text = TextIOWrapper(member, encoding="utf-8", newline="", write_through=True)  # type: ignore[type-var]
    lines = csv.DictWriter(text, columns, restval="", delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    lines.writeheader()
    return lines
