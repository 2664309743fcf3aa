"""The sentences of a piece of a page's HTML as Listen cuts them: what `js/sentences.js` does in a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..rules.splitter import sentences

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style", "select", "textarea", "template", "svg", "video", "audio"}
BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "legend",
    "dt",
    "dd",
    "th",
    "td",
    "caption",
    "figcaption",
    "div",
    "section",
}
PRESSED = {"button", "summary", "label"}  # and links
IN_WORDS = {"strong", "b", "em", "i", "a", "abbr", "time", "code", "q"}  # they part no words


@dataclass
class Element:
    """An element that is open. `is_unit`: whether what stands in it is said as one thing."""

    tag: str
    is_silent: bool = False
    is_unit: bool = False
    text: list = field(default_factory=list)


class Units(HTMLParser):
    """Collects what is said as one thing, in the order of the page. `units`: a list of lists of str."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.units = [], []

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        values = dict(attrs)
        is_quiet = tag in SILENT or "hidden" in values or "data-silent" in values or values.get("aria-hidden") == "true"
        is_silent = is_quiet or "honeypot" in (values.get("class") or "").split() or self.is_silent
        self.open.append(Element(tag, is_silent, tag in BLOCKS or tag in PRESSED or self.is_own_link(tag)))

    def handle_endtag(self, tag):
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data):
        if not data.strip() or self.is_silent:
            return
        unit = next((element for element in reversed(self.open) if element.is_unit), None)
        text = unit.text if unit else []
        if not text:
            self.units.append(text)
        is_apart = text and self.open and self.open[-1] is not unit and self.open[-1].tag not in IN_WORDS
        text.append(f" {data}" if is_apart else data)

    @property
    def is_silent(self):
        """Whether nothing is said here (bool)."""
        return bool(self.open) and self.open[-1].is_silent

    def is_own_link(self, tag):
        """Whether a link that opens here is a thing of its own: it stands in no sentence (bool)."""
        unit = next((element for element in reversed(self.open) if element.is_unit), None)
        return tag == "a" and (unit is None or not unit.text)


def sentences_of(html):
    """Each sentence that Listen reads of `html` (str), in order, as a list of str."""
    reader = Units()
    reader.feed(html)
    reader.close()
    texts = (" ".join("".join(unit).split()) for unit in reader.units)
    return [sentence.text for text in texts for sentence in sentences(text)]
