"""The paragraphs in the XML of a Word file, as people who read it in Word see them once every change is accepted.

Words that were taken out or moved away, hidden words, and the table of contents are not read. A text box comes after
the paragraph that it hangs on.
"""

import io
import re

from defusedxml.ElementTree import iterparse

MOST_ELEMENTS = 2_000_000
SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
SUMS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COPIES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what stands before it
HEADING = re.compile(r"heading|title|berschrift|titre", re.I)
CONTENTS = re.compile(r"toc", re.I)
NOT_READ = {"moveFrom", "del", "instrText", "delText"}
SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NO = ("0", "false", "off")


class TooMuch(Exception):
    """More than a text has that somebody wrote."""


class Paragraph:
    """One paragraph while it is read."""

    def __init__(self):
        self.text, self.style, self.boxes = [], "", []
        self.is_heading = self.goes_on = False

    def lines(self):
        """Its words, then those of its text boxes, as a list of str. A heading begins with "# "."""
        if CONTENTS.match(self.style):
            return self.boxes
        words = "".join(self.text).strip()
        is_heading = words and (self.is_heading or HEADING.search(self.style))
        return [("# " if is_heading else "") + words, *self.boxes]


def read(xml):
    """Each paragraph in `xml` (bytes) in its order. Yields str. Raises TooMuch, and what the parser raises."""
    reader = Reader()
    for count, (event, element) in enumerate(iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True)):
        if count > MOST_ELEMENTS:
            raise TooMuch
        if event == "start":
            reader.begin(element)
        else:
            yield from reader.end(element)
    if reader.kept:  # the end of the last one was taken out, and nothing comes after it
        yield from reader.kept.lines()


class Reader:
    """What is known of the place in the file that is being read."""

    def __init__(self):
        self.path, self.open, self.hidden = [], [], 0
        self.is_vanished, self.kept = False, None

    def begin(self, element):
        """An `element` begins."""
        name = local(element.tag)
        self.path.append((name, element))
        if element.tag == COPIES or (name in NOT_READ and not self.is_mark()):
            self.hidden += 1
        elif name == "p" and not self.hidden:
            self.open.append(self.next_one())
        elif name == "r":
            self.is_vanished = False

    def end(self, element):
        """An `element` ends. Gives the lines that are whole now, as a list of str."""
        name, _ = self.path.pop()
        lines = []
        if element.tag == COPIES or (name in NOT_READ and not self.is_mark()):
            self.hidden -= 1
        elif not self.hidden and self.open:
            lines = self.in_paragraph(name, element)
        if self.path:
            self.path[-1][1].remove(element)  # nothing is kept of what was read
        return lines

    def in_paragraph(self, name, element):
        """What an `element` of a paragraph adds. Gives the lines that are whole now, as a list of str."""
        paragraph = self.open[-1]
        if name == "p":
            return self.close(paragraph)
        value = next((value for key, value in element.items() if local(key) == "val"), "")
        if name == "pStyle":
            paragraph.style = value
        elif name == "outlineLvl":
            paragraph.is_heading = value.isdecimal() and int(value) < 9
        elif name == "vanish":
            self.is_vanished = value not in NO
        elif name in ("del", "moveFrom"):  # the end of the paragraph was taken out: it goes on in the next
            paragraph.goes_on = True
        elif not self.is_vanished:
            paragraph.text.append((element.text or "") if name == "t" else SIGNS.get(name, ""))
        return []

    def next_one(self):
        """The Paragraph that begins: a new one, or the one that goes on because its end was taken out."""
        kept, self.kept = (self.kept, None) if not self.open else (None, self.kept)
        if kept is None:
            return Paragraph()
        kept.goes_on = False
        return kept

    def close(self, paragraph):
        """A `paragraph` (Paragraph) ends. Gives the lines that are whole now, as a list of str."""
        self.open.pop()
        if self.open:  # it stood in a text box
            self.open[-1].boxes += paragraph.lines()
            return []
        if paragraph.goes_on:
            self.kept = paragraph
            return []
        return paragraph.lines()

    def is_mark(self):
        """Whether what is read now is about the sign at the end of a paragraph, and not about words. Returns bool."""
        names = [name for name, _ in self.path[-4:]]
        return "rPr" in names and "pPr" in names


def local(tag):
    """The name of an element of Word's (str) without its space; of any other, one that means nothing here."""
    space, _, name = tag.rpartition("}")
    if space[1:] in SPACES or not space:
        return name
    return "t" if (space[1:], name) == (SUMS, "t") else ""
