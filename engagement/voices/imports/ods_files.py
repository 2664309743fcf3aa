"""ODS, row by row: the first sheet. Formulas are told, never worked out; so are joined cells."""

import zipfile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.core.exceptions import ValidationError

from .cells import FORMULA, JOINED, Faulty
from .zips import NOT_A_ZIP, opened

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MOST_REPEATED = 1000  # cells that are said to repeat; a sheet ends in thousands of empty ones


def ods_rows(data):
    """The rows of the first sheet of an ODS file (bytes). Yields (int, list of str)."""
    with opened(data) as archive:
        try:
            with archive.open("content.xml") as part:
                yield from rows_in(part)
        except (ParseError, DefusedXmlException, zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
            raise ValidationError(NOT_A_ZIP, code="file") from error


def rows_in(part):
    """The rows of the first table of `part` (an open content.xml). Yields (int, list of str)."""
    number = 1
    for _, element in iterparse(part, events=("end",), forbid_dtd=True):
        if element.tag == f"{TABLE}table":
            return
        if element.tag != f"{TABLE}table-row":
            continue
        repeated = int(element.get(f"{TABLE}number-rows-repeated", 1))
        cells = cells_in(element)
        if any(cell or getattr(cell, "sentence", "") for cell in cells):
            for again in range(repeated):  # whoever reads stops after too many
                yield number + again, cells
        number += repeated
        element.clear()


def cells_in(row):
    """The cells of a row (element), as a list of str."""
    found = []
    for cell in row:
        if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            repeated = int(cell.get(f"{TABLE}number-columns-repeated", 1))
            found += [cell_of(cell)] * min(repeated, MOST_REPEATED)
    return found


def cell_of(cell):
    """One cell (element) as a str, Faulty for a formula or joined cells."""
    if any(int(cell.get(f"{TABLE}number-{way}-spanned", 1)) > 1 for way in ("columns", "rows")):
        return Faulty(JOINED)
    if cell.get(f"{TABLE}formula"):
        return Faulty(FORMULA, cell.get(f"{TABLE}formula"))
    kind, said = cell.get(f"{OFFICE}value-type"), "\n".join(words_in(line) for line in cell.iter(f"{TEXT}p"))
    if kind == "date":
        return cell.get(f"{OFFICE}date-value", "")[:10]
    if kind == "boolean":
        return "Yes" if cell.get(f"{OFFICE}boolean-value") == "true" else "No"
    if kind in ("float", "percentage", "currency"):
        value = cell.get(f"{OFFICE}value", "")
        return value.removesuffix(".0")
    return said


def words_in(line):
    """The words of one line (element): several spaces are kept as ODS writes them. Returns str."""
    words = line.text or ""
    for inside in line:
        words += " " * int(inside.get(f"{TEXT}c", 1)) if inside.tag == f"{TEXT}s" else words_in(inside)
        words += inside.tail or ""
    return words
