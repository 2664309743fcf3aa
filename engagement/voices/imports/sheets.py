"""A spreadsheet as rows of text, whichever kind of file it is. Bounded, streamed, and no formula is ever worked out.

Each reader yields (row number as the spreadsheet counts, list of cells). A cell is a str; a Faulty one says what is
wrong with it in one sentence.
"""

from django.core.exceptions import ValidationError

from .csv_files import csv_rows
from .ods_files import ods_rows
from .xlsx_files import xlsx_rows
from .zips import kind_of_zip

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 20_000, 200
LAST_ROW = 200_000  # a row further down is far below anything that people typed
TOO_BIG = "This file is too big. A file can have 10 megabytes. Please make 2 files of it."
TOO_MANY_ROWS = "This file has too many rows. A file can have 20,000 rows. Please make 2 files of it."
TOO_MANY_COLUMNS = "This file has too many columns. A file can have 200 columns."
EMPTY = "There is nothing in this file."
ONLY_NAMES = "This file has only the names of columns. There are no answers below them."
OLD_EXCEL = "This is an old kind of Excel file. Please save it as a new Excel file."
NO_SHEET = "This is not a spreadsheet that we can read. Please save it as an Excel file."
OLD = b"\xd0\xcf\x11\xe0"


def rows_of(data):
    """The rows of a spreadsheet (bytes) that hold something, one after the other. Yields (int, list of str).

    Raises ValidationError with a kind sentence for a file that cannot be read or is too big.
    """
    if len(data) > MOST_BYTES:
        raise ValidationError(TOO_BIG, code="file")
    count = 0
    for number, cells in reader_of(data)(data):
        cells = trimmed(cells)
        if not cells:
            continue
        count += 1
        if count > MOST_ROWS + 1 or number > LAST_ROW:
            raise ValidationError(TOO_MANY_ROWS, code="file")
        if len(cells) > MOST_COLUMNS:
            raise ValidationError(TOO_MANY_COLUMNS, code="file")
        yield number, cells


def reader_of(data):
    """What reads this kind of file (bytes), by what is in it and never by its name. Returns a function."""
    if not data.strip():
        raise ValidationError(EMPTY, code="file")
    if data.startswith(OLD):
        raise ValidationError(OLD_EXCEL, code="file")
    if data.startswith(b"PK"):
        kind = kind_of_zip(data)
        if kind is None:
            raise ValidationError(NO_SHEET, code="file")
        return {"xlsx": xlsx_rows, "ods": ods_rows}[kind]
    return csv_rows


def trimmed(cells):
    """A row without the empty cells at its end."""
    end = len(cells)
    while end and not cells[end - 1].strip() and not getattr(cells[end - 1], "sentence", ""):
        end -= 1
    return cells[:end]


def head_of(data, examples=3):
    """The names of the columns, and the first `examples` (int) rows. Returns (list of str, list of list of str).

    Raises ValidationError as `rows_of`, and for a file without rows below the names.
    """
    rows = rows_of(data)
    first = next(rows, None)
    if first is None:
        raise ValidationError(EMPTY, code="file")
    below = [cells for _, cells in zip(range(examples), (cells for _, cells in rows), strict=False)]
    if not below:
        raise ValidationError(ONLY_NAMES, code="file")
    widest = max(map(len, [first[1], *below]))
    return named(first[1], widest), below


def named(cells, width):
    """The names of columns, each once: one without a name gets its letter. Returns a list of `width` (int) str."""
    names, found = [*cells, *[""] * (width - len(cells))], []
    for place, name in enumerate(names):
        name = " ".join(str(name).split())[:120] or f"Column {letter_of(place)}"
        again = sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(f"{name} ({again + 1})" if again else name)
    return found


def letter_of(place):
    """The letter of a column as spreadsheets show it: 0 is A, 26 is AA. Returns str."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
