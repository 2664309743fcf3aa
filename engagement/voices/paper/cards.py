"""Cards to cut out and hold up in a workshop: yes, no, not sure, stop; and one for each box of each question.

They are for showing hands so that everybody can see them. They are not counted by the site: hands are, by the worker.
"""

from django.conf import settings

from easyread.printing import Copy, Form, HoldUp
from easyread.reading import pictures_of

from .arranged import NUMBER, SORT
from .asking import is_question
from .ideas import PICK
from .sheets import picture_of_box, pictures_for

FOR_ALL = [
    ("Yes", "yes"),
    ("No", "no"),
    ("I am not sure", "not-sure"),
    ("Stop and explain", "stop"),
]
PILES = [("I like it", "good"), ("I am not sure", "not-sure"), ("I do not like it", "bad")]  # of things to sort (Q7)
SAME = {"yes", "no", "not_sure"}  # these have their card already


def cards_of(round, asked, *, address):
    """The cards of a round (RoundPage) as a Form. `asked`: list of dict; `address`: of its page (str)."""
    questions = [row for row in asked if is_question(row)]
    own, bank = pictures_for(questions)
    ready = pictures_of(*(idea for _, idea in [*FOR_ALL, *PILES]))
    cards = [HoldUp(text, picture=ready.get(idea)) for text, idea in FOR_ALL]
    for number, row in enumerate(questions, start=1):
        cards += [card(number, place, box, own, bank) for place, box in boxes_of(row)]
        cards += [HoldUp(text, f"Question {number}", ready.get(idea)) for text, idea in PILES if row["kind"] == SORT]
    return Form(
        title=round.title,
        address=address,
        label="For a workshop",
        site_name=settings.SITE_NAME,
        is_example=round.is_example,
        words=["Cut out the cards.", "Give each person 1 set.", "People hold up the card that they choose."],
        parts=[[], cards],
        copies=[Copy(code="", mark=f"{address}#cards")],
        kind="Cards to hold up",
    )


def boxes_of(row):
    """The boxes of a question (dict) that need a card of their own, each with its number. A list of (int, dict).

    Ideas to pick need none: people put up their hands for each, up to 3 times.
    """
    return [
        (place, box)
        for place, box in enumerate(row["options"], start=1)
        if row["kind"] not in ("words", PICK, SORT, NUMBER)
        and (box["meaning"] or box["value"]) not in {*SAME, "not_said"}
    ]


def card(number, place, box, own, bank):
    """The card for one box of question `number`. Returns a HoldUp."""
    return HoldUp(box["text"], small=f"Question {number}, box {place}", picture=picture_of_box(box, own, bank))
