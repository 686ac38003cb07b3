"""Eurostat's flags, old and new, as the letters the program knows.

Until 2025 one list held all letters; since then OBS_FLAG holds the observation's status, where i took the place of s
and m that of z, and CONF_STATUS its confidentiality. SDMX writes the same statuses in capitals, A for normal."""

from lsk_metrics.errors import SourceError

STATUS = {letter: letter for letter in "bcdefnprsuz"} | {"a": "", "i": "s", "m": "z"}
# C confidential, N not for publication, P under non-statistical secrecy; F is free, and so is an empty cell.
CONFIDENTIAL = {"C": "c", "N": "c", "P": "c", "F": ""}
SEPARATORS = " ,;_|"
ORDER = "bpedusrfcnz"


def letters(status: str, confidentiality: str = "") -> str:
    """Both cells of a row as one flag, such as “bp”; raises SourceError naming a letter that nobody knows."""
    found = {known(letter, letter.lower(), STATUS) for letter in status if letter not in SEPARATORS}
    found |= {known(letter, letter, CONFIDENTIAL) for letter in confidentiality if letter not in SEPARATORS}
    return "".join(letter for letter in ORDER if letter in found)


def known(letter: str, key: str, letters: dict[str, str]) -> str:
    if key not in letters:
        raise SourceError(
            f"the flag “{letter}” is none that is known ({', '.join(sorted(letters))}). Its meaning stands in the "
            "service's code list; it has to be added to importers/flags.py and to the caveats"
        )
    return letters[key]
