"""Texts: letters without their marks."""

from __future__ import annotations

import unicodedata
from functools import cache

from sqlglot import exp

LATIN = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))


def bare(tree: exp.Expression) -> None:
    """`strip_accents`: Spark has none, and its collations only compare without marks; so letter by letter."""
    for each in list(tree.find_all(exp.Anonymous)):
        if each.name.lower() == "strip_accents":
            marked, plain = letters()
            text = exp.Anonymous(
                this="translate",
                expressions=[each.expressions[0].copy(), exp.Literal.string(marked), exp.Literal.string(plain)],
            )
            gone = [text, exp.Literal.string("[\u0300-\u036f]"), exp.Literal.string("")]
            each.replace(exp.Anonymous(this="regexp_replace", expressions=gone))


@cache
def letters() -> tuple[str, str]:
    """Latin letters with marks, and the same without; a letter such as ł, which has no mark apart, is in neither."""
    pairs = [(chr(code), unicodedata.normalize("NFD", chr(code))[0]) for code in LATIN]
    found = [(letter, plain) for letter, plain in pairs if letter != plain]
    return "".join(letter for letter, _plain in found), "".join(plain for _letter, plain in found)


RULES = (bare,)
