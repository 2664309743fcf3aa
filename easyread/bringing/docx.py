"""The words of a Word file (.docx): its paragraphs and headings, and nothing else of it.

Read by the standard library and defusedxml: a .docx is a zip, and only one file in it holds the words. Nothing in the
file is run, fetched or kept.
"""

import io
import re
import zipfile
import zlib

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.core.exceptions import ValidationError

MOST_BYTES = 5_000_000
MOST_UNPACKED = 30_000_000
DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COPIES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what stands before it
HEADING = re.compile(r"(?:heading|title|berschrift|titre)", re.I)
AS_SIGN = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}

TOO_BIG = "This file is too big. Bring in a file of 5 megabytes or less."
NOT_WORD = "We cannot read this file. Save it as a Word file (.docx) and try again."
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ParseError, DefusedXmlException, ValueError, EOFError, OSError)


def paragraphs_of(data):
    """The paragraphs of a Word file. `data`: its bytes. Returns a list of str; a heading begins with "# ".

    Raises ValidationError for a file that is too big or no Word file.
    """
    if len(data) > MOST_BYTES:
        raise ValidationError(TOO_BIG)
    try:
        return [line for line in read(unpacked(data)) if line.strip("# ")]
    except (*BROKEN, NotImplementedError, RuntimeError, RecursionError) as error:  # also locked, or packed otherwise
        raise ValidationError(NOT_WORD) from error


def unpacked(data):
    """The file inside that holds the words, as bytes. It is unpacked no further than MOST_UNPACKED."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(DOCUMENT) as document:
        found = document.read(MOST_UNPACKED + 1)
    if len(found) > MOST_UNPACKED:
        raise ValidationError(TOO_BIG)
    return found


def read(xml):
    """Each paragraph in `xml` (bytes) in its order. Yields str. Words that were taken out are not read."""
    text, is_heading, hidden = [], False, 0
    for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
        if element.tag == COPIES:
            hidden += 1 if event == "start" else -1
        if event == "start" or hidden:
            continue
        if element.tag == f"{W}pStyle":
            is_heading = bool(HEADING.search(element.get(f"{W}val") or ""))
        text.append(said_by(element))
        if element.tag == f"{W}p":
            yield ("# " if is_heading else "") + "".join(text).strip()
            text, is_heading = [], False
            element.clear()


def said_by(element):
    """The words of one `element`: its text, or the sign that it stands for. Returns str."""
    return (element.text or "") if element.tag == f"{W}t" else AS_SIGN.get(element.tag, "")
