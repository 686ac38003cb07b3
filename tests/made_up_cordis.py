"""Made-up files in the shape of CORDIS's own: its columns, quotation marks, commas and gaps; no real organisation."""

import csv
import io
import zipfile
from pathlib import Path

PROJECT = [
    "id", "acronym", "status", "title", "startDate", "endDate", "totalCost", "ecMaxContribution", "topics",
    "ecSignatureDate", "frameworkProgramme", "masterCall", "subCall", "fundingScheme", "nature", "objective",
    "contentUpdateDate", "rcn", "grantDoi", "keywords", "Human-validated", "legalBasis",
]  # fmt: skip
ORGANIZATION = [
    "projectID", "projectAcronym", "organisationID", "vatNumber", "name", "shortName", "SME", "activityType", "street",
    "postCode", "city", "country", "nutsCode", "geolocation", "organizationURL", "contactForm", "contentUpdateDate",
    "rcn", "order", "role", "ecContribution", "netEcContribution", "totalCost", "endOfParticipation", "active",
]  # fmt: skip
FIELD = ["projectID", "euroSciVocCode", "euroSciVocPath", "euroSciVocTitle", "euroSciVocDescription"]
OBJECTIVE = 'Cells, the so-called ""organoids""; they\ngrow in dishes; and "" too.'.replace('""', '"')
Line = dict[str, str]


def project(number: str, acronym: str, starts: str, signed: str, money: str) -> Line:
    return {"id": number, "acronym": acronym, "status": "SIGNED", "title": f"Project {acronym}", "startDate": starts,
            "ecSignatureDate": signed, "ecMaxContribution": money, "totalCost": money.replace(".", ","),
            "objective": OBJECTIVE}  # fmt: skip


def takes_part(
    number: str, who: str, name: str, town: str, country: str, nuts: str, role: str, money: str,
    net: str | None = None, ended: str = "false",
) -> Line:  # fmt: skip
    return {"projectID": number, "organisationID": who, "name": name, "city": town, "country": country,
            "nutsCode": nuts, "role": role, "ecContribution": money, "netEcContribution": money if net is None else net,
            "totalCost": money.replace(".", ","), "endOfParticipation": ended, "SME": "false"}  # fmt: skip


def field(number: str, code: str, path: str) -> Line:
    return {"projectID": number, "euroSciVocCode": code, "euroSciVocPath": path, "euroSciVocTitle": path.split("/")[-1]}


ONE, TWO = "UNIVERSITY ONE", "TECHNICAL UNIVERSITY TWO"
H2020 = {
    "project": [
        project("100001", "ALFA", "2015-03-01", "2015-01-20", "1000000"),
        project("100002", "BETA", "2015-09-01", "2015-07-01", "900000.50"),
        project("100003", "GAMMA", "2018-01-01", "2017-11-01", "700000"),
        project("100004", "DELTA", "2018-02-01", "2017-12-01", "500000"),
    ],
    "organization": [
        takes_part("100001", "1", ONE, "KRAKOW", "PL", "PL213", "coordinator", "400000"),
        takes_part("100001", "21", "FLEMISH INSTITUTE", "Gent", "BE", "BE234", "participant", "300000.5"),
        takes_part("100001", "2", TWO, "Kraków", "PL", "PL213", "thirdParty", "0", "50000,25"),
        takes_part("100001", "31", "INSTITUT", "PARIS", "FR", "FR101", "participant", "249999.25"),
        takes_part("100002", "1", ONE, "KRAKOW", "PL", "PL213", "participant", "200000"),
        takes_part("100002", "22", "ISTITUTO", "Milano", "IT", "ITC4C", "coordinator", "300000"),
        takes_part("100002", "23", "UNIVERSITET", "Lund", "SE", "SE224", "participant", "200000"),
        takes_part("100003", "2", TWO, "Cracow", "PL", "PL213", "participant", "150000", ended="true"),
        takes_part("100003", "21", "FLEMISH INSTITUTE", "Gent", "BE", "BE234", "participant", "100000"),
        takes_part("100003", "24", "FLEMISH FIRM", "ANTWERPEN", "BE", "BE211", "participant", "90000"),
        takes_part("100003", "3", "SMALL FIRM", "Wieliczka", "PL", "PL214", "participant", "80000"),
        takes_part("100004", "21", "FLEMISH INSTITUTE", "Gent", "BE", "BE234", "coordinator", "500000"),
        takes_part("100002", "41", "NOWHERE LTD", "Warszawa", "PL", "", "participant", "100000"),
        takes_part("100002", "42", "SOMEWHERE LTD", "", "PL", "PL", "partner", "", "0"),
    ],
    "euroSciVoc": [
        field("100001", "/23/47/299", "/natural sciences/computer and information sciences/data science"),
        field("100001", "/23/47/305", "/natural sciences/computer and information sciences/internet"),
        field("100001", "/21/33", "/medical and health sciences/health sciences"),
        field("100003", "/21/37", "/medical and health sciences/clinical medicine"),
        field("100004", "/31/85", "/humanities/arts"),
    ],
}  # fmt: skip
HORIZON = {
    "project": [
        project("101000001", "EPSILON", "2022-01-01", "2021-12-01", "3000000"),
        project("101000002", "ZETA", "", "2023-06-01", "800000"),
    ],
    "organization": [
        takes_part("101000001", "1", ONE, "KRAKOW", "PL", "PL213", "coordinator", "1000000", "900000"),
        takes_part("101000001", "25", "UNIVERSITÄT", "Köln", "DE", "DEA23", "participant", "500000"),
        takes_part("101000001", "26", "FUNDACION", "Bilbao", "ES", "ES213", "participant", "500000"),
        takes_part("101000001", "23", "UNIVERSITET", "Lund", "SE", "SE044", "associatedPartner", "", "0"),
        takes_part("101000002", "4", "REMOTE FIRM", "Dworskie Pole", "PL", "PL21A", "coordinator", "250000", ""),
        takes_part("101000002", "27", "UNIVERSITY OF THE NORTH", "Glasgow", "UK", "UKM82", "participant", "200000"),
        takes_part("101000002", "2", TWO, "Krakow ", "PL", "PL213", "participant", "120000"),
    ],
    "euroSciVoc": [field("101000001", "/21/33", "/medical and health sciences/health sciences")],
}
COLUMNS = {"project": PROJECT, "organization": ORGANIZATION, "euroSciVoc": FIELD}
FILES = {"cordis-h2020projects-csv.zip": H2020, "cordis-HORIZONprojects-csv.zip": HORIZON}


def table(columns: list[str], lines: list[Line]) -> str:
    """Semicolons, and quotation marks around every cell, as CORDIS writes them."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def members(lines: dict[str, list[Line]]) -> dict[str, str]:
    return {f"{name}.csv": table(COLUMNS[name], rows) for name, rows in lines.items()}


def packed(texts: dict[str, str], path: Path | None = None) -> bytes:
    """A zip with these members, and with those CORDIS adds that nobody reads here."""
    whole = {"legalBasis.csv": '"legalBasis";"title";"uniqueProgrammePart";"projectID"\n', **texts}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            archive.writestr(name, text.encode("utf-8"))
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held.getvalue())
    return held.getvalue()


def zips() -> dict[str, bytes]:
    return {name: packed(members(lines)) for name, lines in FILES.items()}
