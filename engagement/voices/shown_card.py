"""A card as it is shown, printed and sent: its pictures, its code, its long link and the square for a phone camera."""

import segno
from django.utils.safestring import mark_safe

from easyread.reading import pictures_of

from .keys import key_of, shown_code

CARD_WORDS = [
    "The code shows what happens to this plan.",
    "Your own link also shows your words.",
    "With your own link you can change them.",
]


def card_address(token):
    """The page that the `token` (str) of a long link opens.

    It belongs to a room to the left, so its address is written out (DESIGN.md 5). Returns str.
    """
    return f"/my-voice/{token}/"


def opens(card, token):
    """Whether `token` (str) is the long link of a `card` (Card): not when the person has got a new one since."""
    return card.link_key == key_of(token)


def card_parts(card, link):
    """What components/code_card.html prints of a `card` (Card) and its whole long `link` (str). Returns a dict."""
    pictures = pictures_of(*card.pictures)
    shown = [{"picture": pictures.get(idea), "name": name_of(idea, pictures.get(idea))} for idea in card.pictures]
    return {"code": shown_code(card.code), "words": CARD_WORDS, "pictures": shown, "link": link, "qr": qr_of(link)}


def name_of(idea, picture=None):
    """An idea's name as people read it. `picture`: the Picture of it, or None. Returns str."""
    return picture.title if picture else idea.replace("-", " ").capitalize()


def qr_of(link):
    """The `link` (str) as a QR code in SVG that any policy allows: no style, no script. Returns safe str."""
    code = segno.make(link, error="m", micro=False)  # a drawing of our own link: nothing in it was typed
    return mark_safe(code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None))  # nosec B308 B703
