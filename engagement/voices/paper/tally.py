"""The sheet for a group: who was there as counts, hands for each choice, what was said, how many agreed (3.4)."""

from django.conf import settings

from easyread.printing import Ask, Box, Copy, Form, Say

from .arranged import NUMBER
from .arranging import hands_for, how_to_count
from .asking import is_question
from .sheets import picture_of_box, pictures_for
from .words import NO_NAMES, SAFE

PRESENT = (
    "The day", "The place", "Who leads the group", "How many people are here",
    "People with a learning disability", "Autistic people", "Carers", "Family", "Staff",
)  # fmt: skip
STATEMENTS = "What people said. After each one, write how many agreed."
LINES = 3
NO_HANDS = "We do not count numbers with hands."


def tally_of(round, asked, *, address):
    """The tally sheet of a round (RoundPage) as a Form. `asked`: list of dict; `address`: of its page (str)."""
    questions = [row for row in asked if is_question(row)]
    own, bank = pictures_for(questions)
    boxes = tuple(Box(number, text, wide=True) for number, text in enumerate(PRESENT, start=1))
    first = [
        Say(words=NO_NAMES),
        Say(words=SAFE, picture=bank.get("not-safe"), framed=True),
        Ask(text="Fill in these boxes.", title="Who is in the group", boxes=boxes),
    ]
    parts = [first, *([question(row, n, len(questions), own, bank)] for n, row in enumerate(questions, start=1))]
    return Form(
        title=round.title,
        address=address,
        label="For 1 group",
        site_name=settings.SITE_NAME,
        is_example=round.is_example,
        words=["Write how many hands you count.", "1 sheet is for 1 group."],
        parts=parts,
        copies=[Copy(code="", mark=f"{address}#group")],
        kind="Sheet for a group",
    )


def question(row, number, of, own, bank):
    """One question with a wide box for each choice, and lines for what was said. Returns an Ask."""
    boxes = tuple(
        Box(place, text, picture_of_box(box, own, bank), wide=True)
        for place, (text, box) in enumerate(hands_for(row), start=1)
    )
    return Ask(
        text=row["text"],
        title=f"Question {number} of {of}",
        words=(*row["help"], *([NO_HANDS] if row["kind"] == NUMBER else [])),
        picture=own.get(row["picture"]) or bank.get("question"),
        boxes=boxes,
        tick=how_to_count(row),
        lines=LINES if boxes else 3 * LINES,
        before_lines=STATEMENTS,
    )
