"""A plan that is made together: a draft that is out, an open round, and somebody who says something."""

import json

from engagement.shaping.flows import say_about
from engagement.shaping.models import Workshop, WorkshopPlace
from engagement.shaping.places import places_of
from engagement.voices.keys import new_secret
from tests import factories
from tests.engagement.trail import made

SENTENCES = ["You have 1 worker.", "The worker stays until you are 18.", "We meet at our office."]


def stream(sentences, picture=None):
    """An Easy Read stream with one idea, as raw data in JSON."""
    words = "\n".join(sentences)
    block = {"type": "picture_and_words", "id": "b1", "value": {"picture": picture, "words": words}}
    return json.dumps([block])


def make_talk(*, sentences=SENTENCES, picture=None, **values):
    """An open *Make it together* of a plan whose draft 1 is out. Returns (RoundPage, Draft)."""
    page = factories.make_round(kind="make_together", **values)
    return page, made.make_draft(page.proposal, easy_read=stream(sentences, picture))


def place_of(draft, words):
    """The key of the sentence `words` (str) of a draft."""
    return next(place.key for place in places_of(draft.easy_read) if place.words == words and not place.is_picture)


def say(page, draft, words=SENTENCES[0], *, kind="hard", said="", secret=""):
    """Say something about one sentence. Returns the Comment."""
    given = {"draft": draft, "place": place_of(draft, words), "round": page, "secret": secret or new_secret()}
    return say_about(kind=kind, words=said, **given)


def make_workshop(plan, *, places=4, filled=4, lived=True, days=-40, **values):
    """A workshop of a plan with one kind of place."""
    values = {"title": "A workshop", "place": "Town Hall", "run_by": "The plan team", "present": 12} | values
    workshop = Workshop.objects.create(proposal=plan, held_on=factories.today(days), **values)
    WorkshopPlace.objects.create(
        workshop=workshop,
        role="Taking part",
        for_whom="people with a learning disability",
        places=places,
        filled=filled,
        lived_experience=lived,
    )
    return workshop
