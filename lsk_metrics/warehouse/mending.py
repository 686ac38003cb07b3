"""Rows of a file that puts quotation marks around every cell, but forgets to double those inside one."""

import csv

BETWEEN = '";"'


def cells(row: str, width: int) -> list[str] | None:
    """The cells of a spoiled row, where the marks between them show as many as there should be; else None.

    A row with nothing wrong in its marks is not mended: what is wrong with it lies elsewhere."""
    text = row.strip("\r\n")
    if len(text) < 2 or not (text.startswith('"') and text.endswith('"')) or sound(text, width):
        return None
    found = text[1:-1].split(BETWEEN)
    return [cell.replace('\\"', '"').replace('""', '"') for cell in found] if len(found) == width else None


def sound(row: str, width: int) -> bool:
    """Whether a row can be read by the rules of CSV, to the letter."""
    try:
        return [len(line) for line in csv.reader(row.splitlines(keepends=True), delimiter=";", strict=True)] == [width]
    except csv.Error:
        return False
