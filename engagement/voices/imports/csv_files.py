"""CSV: which letters and which separator it uses is found out; what cannot be known is asked for kindly."""

import codecs
import csv
import io

from django.core.exceptions import ValidationError

UNKNOWN_LETTERS = "We cannot read the letters of this file. Please save it as an Excel file."
BROKEN_QUOTES = "A quote mark in this file is not closed. Please save it as an Excel file."
LONGEST = 60_000  # characters of a cell; a quote mark that is not closed swallows all that follows
MARKS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
SEPARATORS = ",;\t|"


def csv_rows(data):
    """The rows of a CSV file (bytes). Yields (int, list of str); the number is that of the row, not of the line."""
    text = text_of_file(data)
    separator, text = separator_of(text)
    csv.field_size_limit(LONGEST)
    try:
        yield from enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1)
    except csv.Error as error:
        raise ValidationError(BROKEN_QUOTES, code="file") from error


def text_of_file(data):
    """A file (bytes) as text: UTF-8, UTF-16 or Windows-1252. Raises ValidationError for anything else."""
    encodings = [name for mark, name in MARKS if data.startswith(mark)][:1] or unmarked(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise ValidationError(UNKNOWN_LETTERS, code="file")


def unmarked(data):
    """The encodings to try for a file (bytes) that does not say which it has: a list of str."""
    start = data[:2000]
    if start[1::2].count(0) > len(start) // 4:
        return ["utf-16-le"]
    return ["utf-16-be"] if start[0::2].count(0) > len(start) // 4 else ["utf-8", "cp1252"]


def separator_of(text):
    """What parts the cells: said in the first line as Excel does, or the sign the first line has most of.

    Returns (str, str): the separator, and the text without the line that says so.
    """
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and first.strip()[4:5] in SEPARATORS:
        return first[4], rest
    outside = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=outside.count), text
