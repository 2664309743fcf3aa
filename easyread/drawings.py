"""Whether a drawing (SVG) may be shown: it must be a picture and nothing that runs or fetches (S3)."""

import re

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.core.exceptions import ValidationError

MOVING_TAGS = {"animate", "animatemotion", "animatetransform", "set"}  # L11
REFUSED_TAGS = {"script", "foreignobject", "image", "iframe", "a", *MOVING_TAGS}
FETCHES = re.compile(r"@import|url\(\s*['\"]?(?!#)|javascript:|data:", re.IGNORECASE)
SVG = "{http://www.w3.org/2000/svg}"


def check_drawing(content, name):
    """Raise ValidationError unless `content` (bytes) is a plain SVG drawing. `name` (str) is told to the person."""
    problem = next(_problems(content), None)
    if problem:
        raise ValidationError(f"We cannot use the drawing {name}. {problem}")


def _problems(content):
    """Reasons to refuse the drawing, as sentences."""
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError):
        yield "It is not an SVG file that we can read."
        return
    if root.tag != f"{SVG}svg":
        yield "It is not an SVG file."
    for element in root.iter():
        yield from _problems_of(element)


def _problems_of(element):
    if _plain(element.tag).lower() in REFUSED_TAGS:
        yield f"It holds {_plain(element.tag)}. A drawing may hold shapes only."
    if FETCHES.search(element.text or ""):
        yield "It fetches something from elsewhere."
    for name, value in element.attrib.items():
        if _plain(name).lower().startswith("on"):
            yield f"It holds {_plain(name)}. A drawing may not run anything."
        elif _plain(name) == "href" and not value.startswith("#") or FETCHES.search(value):
            yield "It fetches something from elsewhere."


def _plain(name):
    """A tag or attribute without its namespace."""
    return name.rpartition("}")[2]
