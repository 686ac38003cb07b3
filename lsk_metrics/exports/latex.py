"""Text for BibTeX in plain ASCII: TeX's special characters made harmless, letters with marks as commands."""

from __future__ import annotations

import unicodedata

SPECIAL = {
    "\\": r"{\textbackslash}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "{": r"{\lbrace}", "}": r"{\rbrace}",  # not \{: BibTeX counts that as one more that opens
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}", "<": r"{\textless}", ">": r"{\textgreater}",
    "|": r"{\textbar}", '"': r"{\textquotedbl}",
}  # fmt: skip
LETTERS = {
    "ł": r"{\l}", "Ł": r"{\L}", "ø": r"{\o}", "Ø": r"{\O}", "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}",
    "œ": r"{\oe}", "Œ": r"{\OE}", "å": r"{\aa}", "Å": r"{\AA}", "đ": r"{\dj}", "Đ": r"{\DJ}",
    "\N{LATIN SMALL LETTER DOTLESS I}": r"{\i}",
}  # fmt: skip
SIGNS = {
    "\N{NO-BREAK SPACE}": "~", "–": "--", "—": "---", "„": r"{\quotedblbase}", "”": r"{\textquotedblright}",
    "“": r"{\textquotedblleft}", "’": "'", "\N{LEFT SINGLE QUOTATION MARK}": "`",
    "…": r"{\ldots}", "€": r"{\texteuro}", "£": r"{\pounds}",
    "²": r"{\texttwosuperior}", "³": r"{\textthreesuperior}", "°": r"{\textdegree}", "×": r"{\texttimes}",
    "÷": r"{\textdiv}", "§": r"{\S}", "©": r"{\textcopyright}", "®": r"{\textregistered}", "−": r"{\textminus}",
    "±": r"{\textpm}",
}  # fmt: skip
# A mark that Unicode writes after its letter, and the command that TeX writes before it.
MARKS = {
    "\N{COMBINING GRAVE ACCENT}": "`", "\N{COMBINING ACUTE ACCENT}": "'", "\N{COMBINING CIRCUMFLEX ACCENT}": "^",
    "\N{COMBINING TILDE}": "~", "\N{COMBINING DIAERESIS}": '"', "\N{COMBINING MACRON}": "=",
    "\N{COMBINING DOT ABOVE}": ".", "\N{COMBINING OGONEK}": "k", "\N{COMBINING CEDILLA}": "c",
    "\N{COMBINING CARON}": "v", "\N{COMBINING BREVE}": "u", "\N{COMBINING DOUBLE ACUTE ACCENT}": "H",
    "\N{COMBINING RING ABOVE}": "r", "\N{COMBINING DOT BELOW}": "d",
}  # fmt: skip
KNOWN = SPECIAL | LETTERS | SIGNS


def escaped(text: str) -> str:
    """What TeX sets as this text. A letter that TeX has no command for stays as it is, for engines that read UTF-8."""
    return "".join(map(letter, unicodedata.normalize("NFC", " ".join(text.split(" ")))))


def letter(each: str) -> str:
    if each in KNOWN:
        return KNOWN[each]
    if each.isascii():
        return each if each.isprintable() else " "
    apart = unicodedata.normalize("NFD", each)
    if len(apart) == 2 and apart[1] in MARKS and apart[0].isascii():
        return f"{{\\{MARKS[apart[1]]}{{{apart[0]}}}}}"
    return each
