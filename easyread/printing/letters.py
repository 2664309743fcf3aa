"""Letters that the fonts can draw: a missing one would be an empty box, and an error in the PDF (D1)."""

import re
import unicodedata
from calendar import month_name
from functools import cache
from pathlib import Path

from .drawing import PrintingIsOff

FONTS = Path(__file__).resolve().parents[1] / "fonts"
OUR_FONT = FONTS / "IBMPlexSans-Regular.woff2"
# Debian's fonts-dejavu-core, which the site needs for PDFs (script/setup.sh): letters of many more languages.
MORE_LETTERS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
DATE = re.compile(rf"(?:\w+day )?\d{{1,2}} (?:{'|'.join(month_name[1:])}) \d{{4}}")
NO_BREAK = "\N{NO-BREAK SPACE}"
UNSEEN = {"Cf", "Mn", "Me", "Cc", "Co", "Cs", "Cn"}  # joiners, marks and signs that mean nothing on paper alone


@cache
def drawable():
    """The characters that our fonts can draw, as a frozenset of int. Raises PrintingIsOff without the packages."""
    try:
        from fontTools.ttLib import TTFont
    except ImportError as error:
        raise PrintingIsOff(str(error)) from error
    found = {ord("\n"), ord("\t")}
    for path in (OUR_FONT, MORE_LETTERS):
        if path.exists():
            with TTFont(path, lazy=True) as font:
                found |= set(font.getBestCmap())
    return frozenset(found)


def whole_dates(text):
    """`text` (str) in which the end of a line never parts a date (S7). Returns str."""
    return DATE.sub(lambda match: match.group().replace(" ", NO_BREAK), text)


def printable(text):
    """`text` (str) with each sign that cannot be drawn said in words, such as "(heavy black heart)". Returns str."""
    return re.sub(r"[^\x20-\x7e\n]", _drawn, text)


def _drawn(match):
    character = match.group()
    if ord(character) in drawable():
        return character
    if unicodedata.category(character) in UNSEEN:
        return ""
    name = unicodedata.name(character, "")
    return f"({name.lower()})" if name else ""
