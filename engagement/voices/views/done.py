"""The card: what a person takes away, and a clear end for the next person on the same device."""

import segno
from django.shortcuts import redirect
from django.utils.safestring import mark_safe

from easyread.dates import full_date
from easyread.reading import pictures_of

from ..keys import link_token_of, shown_code
from .visit import answering


@answering
def done(visit):
    """The card of what was sent from this device. POST clears the device."""
    if visit.request.method == "POST":
        return visit.forget()
    if visit.voice is None:
        visit.round  # noqa: B018  an unknown address is a 404 before anything else
        return visit.go("answer_check") if visit.draft else visit.go("answer")
    # The page of the card belongs to a room to the left, so its address is written out (DESIGN.md 5).
    address = f"/my-voice/{link_token_of(visit.secret)}/"
    if visit.voice.taken_back_at:
        return redirect(address)  # where it says so
    link = visit.request.build_absolute_uri(address)
    return visit.show("done", card=card_parts(visit.voice.card, link), next_steps=next_steps(visit.round))


CARD_WORDS = [
    "The code shows what happens to this plan.",
    "Your own link also shows your words.",
    "With your own link you can change them.",
]


def card_parts(card, link):
    """What components/code_card.html prints of a `card` (Card) and its long `link` (str). Returns a dict."""
    pictures = pictures_of(*card.pictures)
    shown = [{"picture": pictures.get(idea), "name": name_of(idea, pictures.get(idea))} for idea in card.pictures]
    return {"code": shown_code(card.code), "words": CARD_WORDS, "pictures": shown, "link": link, "qr": qr_of(link)}


def name_of(idea, picture):
    """An idea's name as people read it. `picture`: the Picture of it, or None. Returns str."""
    return picture.title if picture else idea.replace("-", " ").capitalize()


def qr_of(link):
    """The `link` (str) as a QR code in SVG that any policy allows: no style, no script. Returns safe str."""
    code = segno.make(link, error="m", micro=False)  # a drawing of our own link: nothing in it was typed
    return mark_safe(code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None))  # nosec B308 B703


def next_steps(round):
    """What happens next, and by when. Returns a list of dict for components/steps.html."""
    closes = (
        f"People can answer until {full_date(round.closes_on)}." if round.closes_on else "People can always answer."
    )
    steps = [
        {"title": "You told us what you think", "state": "done"},
        {"title": "We read every word", "state": "now", "words": closes},
        {"title": "We say what we heard", "state": "next"},
    ]
    proposal = round.proposal
    if proposal is None:
        return steps
    when = f"They want to decide by {full_date(proposal.decide_on)}." if proposal.decide_on else ""
    return [*steps, {"title": f"{proposal.decided_by.plain_name} decides", "state": "next", "words": when}]
