"""What would put a person into a public register: headings and cells that look like it are refused."""

import re
from datetime import date

from lsk_metrics.ingest.register.lists import folded

# What the sentence names, in English and in Polish; a key for each kind.
KINDS = {
    "pesel": ("a PESEL number", "numer PESEL"),
    "e-mail": ("an e-mail address", "adres poczty elektronicznej"),
    "phone": ("a telephone number", "numer telefonu"),
    "name": ("a person's name", "imię lub nazwisko osoby"),
    "birth": ("a date of birth", "datę urodzenia"),
    "address": ("a home address", "adres zamieszkania"),
    "document": ("an identity document", "dokument tożsamości"),
}
HEADINGS = {
    "pesel": r"pesel",
    "e-mail": r"e ?mail\w*|mail|adres poczty|poczta( elektroniczna)?",
    "phone": r"tel|telefon\w*|telephone|phone|mobile|komorka|komorkowy|nr tel|fax|faks",
    "name": r"imie|imiona|nazwisko|first name|last name|surname|forename|given name|family name|"
    r"osoba( kontaktowa| do kontaktu)?|contact( person| name)?|kontakt|prezes|przedstawiciel|dyrektor|representative",
    "birth": r"data urodzenia|urodzon\w+|birth ?day|date of birth|birth date|born|wiek|age",
    "address": r"adres zamieszkania|zamieszkanie|adres domowy|home address|ulica|street",
    "document": r"dowod( osobisty)?|nr dowodu|paszport|passport|id card|identity card",
}
HEADING = {kind: re.compile(rf"(?:.* )?(?:{words})(?: .*)?") for kind, words in HEADINGS.items()}
ADDRESS = re.compile(r"(?<![\w.%+\-])[\w.%+\-]+@[\w\-]+(?:\.[\w\-]+)+")
# Every number of a person has two digits side by side; most cells have not, and need no further look.
DIGITS = re.compile(r"\d\d")
ELEVEN = re.compile(r"(?<!\d)\d{11}(?!\d)")
PHONE = re.compile(
    r"(?<![\w.])(?:(?:\+|00)\d{2}[ \-.]?(?:\(?\d[\d \-.()]{6,13}\d)|\(?\d{2}\)?[ \-]\d{3}[ \-]\d{2}[ \-]\d{2}"
    r"|\d{3}([ \-])\d{3}\1\d{3})(?![\w])"
)
# No column takes a longer text, and reports show less of it; looking takes time that grows with its square.
LONGEST = 1_000
WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
CENTURIES = {8: 1800, 0: 1900, 2: 2000, 4: 2100, 6: 2200}


def of_heading(heading: str) -> str | None:
    """The kind of persons' data a heading announces, or nothing."""
    plain = folded(heading)
    return next((kind for kind, words in HEADING.items() if words.fullmatch(plain)), None)


def of_cell(cell: str) -> str | None:
    """The kind of persons' data a text contains, or nothing; a text that is too long for any column is not read on."""
    cell = cell[:LONGEST]
    if "@" in cell and ADDRESS.search(cell):
        return "e-mail"
    if not DIGITS.search(cell):
        return None
    if any(is_pesel(found) for found in ELEVEN.findall(cell)):
        return "pesel"
    return "phone" if PHONE.search(cell) else None


def is_pesel(digits: str) -> bool:
    """Whether eleven digits are a PESEL: its check digit is right and it begins with a day of birth."""
    if sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=False)) % 10 != -int(digits[10]) % 10:
        return False
    century, month = divmod(int(digits[2:4]), 20)
    try:
        date(CENTURIES[century * 2] + int(digits[:2]), month, int(digits[4:6]))
    except (ValueError, KeyError):
        return False
    return True


def masked(cell: str) -> str:
    """A text in which hardly anything of a person is left, for the report."""
    return cell[:2] + "•" * min(len(cell) - 2, 8) if len(cell) > 2 else "••"
