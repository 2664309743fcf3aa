"""The paper form of a round as pages to print: what to know first, each question, about you, what you agree to (3.5).

What may have to be shared is said before the first box (3.6). What was frozen in the batch is printed, so that the
paper and the page on which it is typed in have the same words, order and numbers.
"""

from django.conf import settings

from easyread.dates import full_date
from easyread.models import Picture
from easyread.printing import Ask, Box, Copy, Form, Say
from easyread.printing.form_parts import COLUMNS_FROM
from easyread.reading import pictures_of, ready
from engagement.proposals.gates import site_contact
from engagement.proposals.reading import contact_of

from .arranged import ARRANGED, NUMBER, SORT
from .arranging import OR_TICK, amount_of, boxes_of, words_of
from .asking import AGREE, EASE, is_question
from .codes import shown_code
from .ideas import PICK, TICK
from .words import HOW_TO, KEPT, LEAVE_OUT, MIND, SAFE

MEANINGS = {
    "yes": "yes", "no": "no", "same": "same", "not_sure": "not-sure", "not_said": "not-say", "good": "good", "ok": "ok",
    "bad": "bad",
    "learning_disability": "learning-disability", "autistic": "autism", "carer": "carer", "family": "family",
    "staff": "staff",
}  # fmt: skip
WHO_IDEAS = {"learning_disability", "autistic", "carer", "family", "staff"}
ABOUT = {"who": "person", "place": "kent", "helped": "help"}
AGREEMENTS = {"agree:publish": "read", "agree:picture": "painting", "agree:contact": "contact-us"}
KNOW = ("listen", "not-safe", "privacy", "pencil", "help", "letter", "question")
MORE = "Do you want to say more? You can write here."
YOUR_WORDS = "You can write here. You can draw a picture too."
SHORT = 40  # characters of a box's words that fit into half a page


def form_of(batch, copies, *, address):
    """The Form of a batch (PaperBatch). `copies`: its PaperCopy rows; empty for the form that anybody may print.

    `address`: of the round's page (str).
    """
    round, plan = batch.round, batch.round.proposal
    own, bank = pictures_for(batch.asked)
    marks = [(copy.code, copy.number) for copy in copies] or [(batch.code, 0)]
    return Form(
        title=round.title,
        address=address,
        label=round.get_kind_display(),
        site_name=settings.SITE_NAME,
        is_example=round.is_example,
        words=first_words(round, plan),
        parts=[before(bank), *asked_pages(batch.asked, bank, own), *last_pages(batch, round, plan, bank, own)],
        copies=[Copy(code=shown_code(code), number=number, mark=f"{address}#form-{code}") for code, number in marks],
    )


def key_of_form(batch):
    """The name under which the PDF of a batch (PaperBatch) is kept. Returns str."""
    return f"form-{batch.public_id}"


def pictures_for(asked):
    """The pictures of what is asked (list of dict): dict id → Picture, and those of the bank as dict idea → Picture."""
    ids = {row["picture"] for row in asked} | {box["picture"] for row in asked for box in row["options"]}
    own = Picture.objects.in_bulk(ids - {None})
    ready(own.values())
    return own, pictures_of(*KNOW, *MEANINGS.values(), *ABOUT.values(), *AGREEMENTS.values())


def picture_of_box(box, own, bank):
    """The picture beside one box (dict): its own, or the bank's for what it means. Picture or None."""
    shown = box["meaning"] or (box["value"] if box["value"] in WHO_IDEAS else "")
    return own.get(box["picture"]) or bank.get(MEANINGS.get(shown))


def first_words(round, plan):
    """Who asks, and until when, as a list of sentences."""
    asks = [f"{plan.asked_by.plain_name} asks you."] if plan else []
    return [*asks, *([f"We must get this by {full_date(round.closes_on)}."] if round.closes_on else [])]


def before(bank):
    """What to know before the first box: how to fill it in, who reads it, what may have to be shared (3.6)."""
    return [
        Say(words=HOW_TO, title="How to use this form", picture=bank.get("pencil")),
        Say(words=KEPT, picture=bank.get("privacy")),
        Say(words=SAFE, picture=bank.get("not-safe"), framed=True),
    ]


def asked_pages(asked, bank, own):
    """Each question on a page of its own (Q1), as a list of lists of one Ask."""
    questions = [row for row in asked if is_question(row)]
    return [
        [ask(row, bank, own, title=f"Question {number} of {len(questions)}")]
        for number, row in enumerate(questions, start=1)
    ]


def last_pages(batch, round, plan, bank, own):
    """About you, what you agree to, how the form was, and where to send it, as lists of parts."""
    rest = [row for row in batch.asked if not is_question(row)]
    agree = [agreement(row, bank) for row in rest if row["key"].startswith(AGREE)]
    ease = [ease_asked(row) for row in rest if row["key"] == EASE]
    about = [ask(row, bank, own) for row in rest if not row["key"].startswith((AGREE, EASE))]
    know = Say(words=LEAVE_OUT, title="About you")
    mind = Say(words=MIND, title="You choose")
    post = Say(words=where_to(batch, round, plan), title="Send this form to us", picture=bank.get("letter"))
    return [[know, *about], [mind, *agree, *ease, post]]


def ask(row, bank, own, title=""):
    """One asked thing (dict) as an Ask with its numbered boxes."""
    boxes = boxes_of(row, lambda box: picture_of_box(box, own, bank))
    columns = (
        row["kind"] not in ARRANGED and len(boxes) >= COLUMNS_FROM and all(len(box.text) <= SHORT for box in boxes)
    )
    return Ask(
        text=row["text"],
        title=title,
        words=(*row["help"], *words_of(row)),
        picture=own.get(row["picture"]) or bank.get(idea_of(row)),
        boxes=boxes,
        tick=how_many(row),
        lines=lines_of(row),
        before_lines=YOUR_WORDS if row["kind"] == "words" else MORE if lines_of(row) else "",
        columns=columns,
        writes_first=row["kind"] == "words",
        amount=amount_of(row),
    )


def agreement(row, bank):
    """One thing to agree to (dict) as an Ask: its picture stands beside its only box."""
    picture = bank.get(AGREEMENTS.get(row["key"]))
    return Ask(text=row["text"], words=tuple(row["help"]), boxes=boxes_of(row, lambda box: picture))


def ease_asked(row):
    """Whether the form was easy (dict) as an Ask: its boxes stand in one row."""
    marks = tuple(box["text"] for box in row["options"])
    return Ask(text=row["text"], boxes=(Box(1, how_many(row), marks=marks),))


def idea_of(row):
    """The idea that is shown beside an asked thing (dict) without a picture of its own. Returns str."""
    return "question" if is_question(row) else ABOUT.get(row["key"])


def how_many(row):
    """How many boxes may be ticked, as a sentence; "" where the boxes or the help say so."""
    if row["kind"] in ("words", NUMBER):
        return OR_TICK
    if row["kind"] in ARRANGED:
        return ""
    if row["kind"] == PICK:
        return TICK
    if row["kind"] == "several":  # what its own help says is not said again
        return "" if any("more than 1" in words for words in row["help"]) else "You can tick more than 1 box."
    return "Put a tick in 1 box."


def lines_of(row):
    """How many lines to write on an asked thing (dict) has; fewer below things to sort, to keep them on one page."""
    if not is_question(row):
        return 0
    return {"words": 8, SORT: 2}.get(row["kind"], 3)


def where_to(batch, round, plan):
    """Who to send the form to, and by when, as a tuple of sentences."""
    contact = (contact_of(plan) if plan else None) or site_contact() or {"name": "", "ways": []}
    given_by = [f"Give it back to {batch.organisation.plain_name}."] if batch.organisation else []
    by = [f"We must get it by {full_date(round.closes_on)}."] if round.closes_on else []
    places = [way["text"].removeprefix("Write to ") for way in contact["ways"] if way["icon"] == "place"]
    post = [f"{'Or post' if given_by else 'Post'} it to {', '.join([contact['name'], *places])}."] if places else []
    ask = [f"Do you want help? {way['text']}." for way in contact["ways"] if way["icon"] != "place"][:1]
    return (*given_by, *post, *by, *ask)
