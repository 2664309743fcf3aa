"""The words of a Word file (.docx): its paragraphs and headings, and nothing else of it.

Read by the standard library and defusedxml: a .docx is a zip, and only one file in it holds the words
(docs/choices.md). Nothing in the file is run, fetched or kept. What each element means: paragraphs.py.
"""

import io
import re
import zipfile
import zlib
from itertools import islice

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.core.exceptions import ValidationError

from .paragraphs import TooMuch, read

MOST_BYTES = 20_000_000  # with its pictures, which are never unpacked
MOST_UNPACKED = 30_000_000
MOST_FILES = 5_000  # in the zip
MOST_LINES = 5_000
DOCUMENT, RELATIONS, MOST_RELATIONS = "word/document.xml", "_rels/.rels", 100_000
OLD_WORD, PDF, ENTRY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF", b"PK\x01\x02"

TOO_BIG = "This file is too big. Bring in a file of 20 megabytes or less."
TOO_LONG = "This text is too long. Bring it in piece by piece."
NOT_WORD = "We cannot read this file. Save it as a Word file (.docx) and try again."
IS_LOCKED = "This file is an old Word file, or it has a password. Save it as a Word file (.docx) without a password."
IS_PDF = "This is a PDF. Open it, copy its words, and paste them here."
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ParseError, DefusedXmlException, ValueError, EOFError, OSError)
# What may stand in a file and does not come along: how it shows in the words' own file, and what we say of it.
LEFT_OUT = (
    (rb"<(?:\w+:)?(?:drawing|pict|object)[ >/]", "Pictures in the file did not come along."),
    (rb"<(?:\w+:)?(?:footnoteReference|endnoteReference)[ >/]", "Footnotes in the file did not come along."),
    (rb"<(?:\w+:)?commentReference[ >/]", "Comments in the file did not come along."),
    (rb"<(?:\w+:)?(?:del|moveFrom)[ >]", "The file has changes that nobody accepted yet. We read it as if all were."),
)


def paragraphs_of(data):
    """The paragraphs of a Word file. `data`: its bytes. Returns a list of str; a heading begins with "# ".

    Raises ValidationError for a file that is too big or no Word file.
    """
    return paragraphs_in(unpacked(data))


def paragraphs_in(xml):
    """The paragraphs in the file that holds the words, `xml` (bytes). As `paragraphs_of`."""
    try:
        lines = list(islice((line for line in read(xml) if line.strip("# ")), MOST_LINES + 1))
    except TooMuch as error:
        raise ValidationError(TOO_LONG) from error
    except (*BROKEN, RecursionError) as error:
        raise ValidationError(NOT_WORD) from error
    if len(lines) > MOST_LINES:
        raise ValidationError(TOO_LONG)
    return lines


def left_out(xml):
    """What in the file that holds the words, `xml` (bytes), does not come along: a list of sentences."""
    return [sentence for sign, sentence in LEFT_OUT if re.search(sign, xml)]


def unpacked(data):
    """The file inside that holds the words, as bytes. `data`: the bytes of a Word file.

    It is unpacked no further than MOST_UNPACKED. Raises ValidationError for what is too big or no Word file.
    """
    if len(data) > MOST_BYTES:
        raise ValidationError(TOO_BIG)
    for start, sentence in ((OLD_WORD, IS_LOCKED), (PDF, IS_PDF)):
        if data.startswith(start):
            raise ValidationError(sentence)
    try:
        if data.count(ENTRY) > MOST_FILES:
            raise zipfile.BadZipFile
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = part(archive, name_of_document(archive), MOST_UNPACKED)
    except (*BROKEN, NotImplementedError) as error:  # also packed in a way that is not ours
        raise ValidationError(NOT_WORD) from error
    except RuntimeError as error:  # locked by the zip itself
        raise ValidationError(IS_LOCKED) from error
    if len(found) > MOST_UNPACKED:
        raise ValidationError(TOO_BIG)
    return found


def part(archive, name, most):
    """One file of an `archive` (ZipFile): its bytes, unpacked no further than one more than `most` (int)."""
    with archive.open(name) as file:
        return file.read(most + 1)


def name_of_document(archive):
    """The name (str) of the file in an `archive` (ZipFile) with the words: DOCUMENT, in most programs."""
    if DOCUMENT in archive.namelist():
        return DOCUMENT
    relations = fromstring(part(archive, RELATIONS, MOST_RELATIONS), forbid_dtd=True)
    targets = (one.get("Target", "") for one in relations if one.get("Type", "").endswith("/officeDocument"))
    return next(targets, DOCUMENT).lstrip("/")
