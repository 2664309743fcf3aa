"""XLSX, row by row: the first sheet. Formulas are told, never worked out; so are joined cells."""

import re
import zipfile

from django.core.exceptions import ValidationError
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from .cells import BROKEN, FORMULA, JOINED, Faulty, text_of
from .zips import NOT_A_ZIP, opened

JOINED_CELLS = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})\"")
CHUNK = 1 << 20
BROKEN_FILES = (InvalidFileException, zipfile.BadZipFile, zipfile.LargeZipFile, SyntaxError, EOFError, OSError)
FAULTS = (*BROKEN_FILES, LookupError, ValueError, TypeError, AttributeError)  # what openpyxl makes of a broken one


def xlsx_rows(data):
    """The rows of the first sheet of an XLSX file (bytes). Yields (int, list of str)."""
    archive = opened(data)
    try:
        book = load_workbook(archive.fp, read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        joined = joined_cells(archive, sheet)
        for number, row in enumerate(sheet.iter_rows(), start=1):
            yield number, [joined.get((number, place), cell_of(one)) for place, one in enumerate(row, start=1)]
    except FAULTS as error:
        raise ValidationError(NOT_A_ZIP, code="file") from error


def cell_of(cell):
    """One cell as a str, Faulty for a formula or a fault."""
    if cell.data_type == "f" or (isinstance(cell.value, str) and cell.data_type != "s" and cell.value.startswith("=")):
        return Faulty(FORMULA, str(cell.value))
    if cell.data_type == "e":
        return Faulty(BROKEN, str(cell.value))
    return text_of(cell.value)


def joined_cells(archive, sheet):
    """Where cells of a sheet are joined: dict of (row, column), from 1, of the first of them to a Faulty."""
    found, rest = {}, b""
    with archive.open(sheet._worksheet_path.lstrip("/")) as part:
        while chunk := part.read(CHUNK):
            text = rest + chunk
            for place in JOINED_CELLS.findall(text):
                left, top, _, _ = range_boundaries(place.decode())
                found[top, left] = Faulty(JOINED)
            rest = text[-200:]
    return found
