"""What the pages of typing in share: the boxes to type in, what was typed in them, and the way back."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from engagement.polls.models import MOST_PICKS

from .arranged import ARRANGED, NUMBER, ORDER, SORT, letter_of, things_of
from .asking import EASE, is_question
from .codes import shown_code
from .ideas import PICK

HOW = {
    ORDER: "Type the number next to each thing, from the top down. Type 0 where there is none. For example: 2 1 0.",
    SORT: "Type 1, 2 or 3 for each thing, from the top down. Type 0 where there is no tick. For example: 1 3 2.",
    NUMBER: "Type the number that the person wrote.",
}
MANY = {"several": "more than 1 may count", PICK: f"{MOST_PICKS} or fewer count"}
WHICH = ("1st", "2nd", "3rd", "4th", "5th", "6th")  # thing, as more than 6 are never asked


def context_of(copy, batch=None):
    """What every page of one form prints, as a dict. `copy`: PaperCopy, None for one without a number yet."""
    batch = batch or copy.batch
    page = copy.round if copy else batch.round
    code = shown_code(copy.code if copy else batch.code)
    return {"copy": copy, "page": page, "code": code, "is_example": page.is_example}


def boxes_of(batch, typed, wrong, *, is_second=False):
    """One box to type in for each asked thing, in the order of the paper. A list of dict.

    `typed`: dict key → str. `wrong`: dict key → list of sentences. The first wrong box has the focus, else the first.
    `is_second`: for the second person, who is not asked how easy the form was: that was counted with the first.
    """
    start = next(iter(wrong), batch.asked[0]["key"])
    questions = [row["key"] for row in batch.asked if is_question(row)]
    return [
        {
            "id": as_id(row["key"]),
            "name": row["key"],
            "number": questions.index(row["key"]) + 1 if row["key"] in questions else 0,
            "text": row["text"],
            "options": numbered(row),
            "many": MANY.get(row["kind"], ""),
            "how": HOW.get(row["kind"], ""),
            "writes": row["kind"] == "words",
            "value": typed.get(row["key"], ""),
            "error": wrong.get(row["key"], [""])[0],
            "focus": row["key"] == start,
        }
        for row in batch.asked
        if not (is_second and row["key"] == EASE)
    ]


def numbered(row):
    """What is typed for each box of an asked thing (dict), and what it is: a list of (int or str, str)."""
    if row["kind"] not in ARRANGED:
        return list(enumerate((box["text"] for box in row["options"]), start=1))
    things = [] if row["kind"] == NUMBER else things_of(row)
    ordered = [(which, thing["text"]) for which, thing in zip(WHICH, things, strict=False)]
    return ordered + [(letter_of(box), box["text"]) for box in row["options"] if letter_of(box)]


def wrong_of(error, batch):
    """What a refusal (ValidationError) says: dict key → sentences, and a list of dict for the top of the page.

    At the top each sentence says which question it is about: two boxes may have the same one.
    """
    wrong = error.message_dict if hasattr(error, "error_dict") else {}
    names = names_of(batch)
    errors = [{"id": as_id(key), "text": f"{names.get(key, '')}{told[0]}"} for key, told in wrong.items()]
    return wrong, errors or [{"id": first_id(batch), "text": error.messages[0]}]


def names_of(batch):
    """How each asked thing is called above its sentence: dict key → "Question 4: ", or its words. A dict."""
    questions = [row["key"] for row in batch.asked if is_question(row)]
    names = {row["key"]: f"{row['text']} " for row in batch.asked}
    return names | {key: f"Question {number}: " for number, key in enumerate(questions, start=1)}


def typed_of(request, batch):
    """What was typed for all that was asked. Returns a dict key → str."""
    return {row["key"]: request.POST.get(row["key"], "") for row in batch.asked}


def day_of(request):
    """The day on which the form came (date): chosen with the code, today when nobody did. Raises Http404."""
    given = request.POST.get("came_on") or request.GET.get("came_on") or ""
    try:
        return parse_date(given) or timezone.localdate()
    except ValueError:
        raise Http404("There is no such day.") from None


def as_id(key):
    """The id of a box on the page, from the key of an asked thing (str)."""
    return key.replace(":", "-")


def first_id(batch):
    """The id of the first box (str)."""
    return as_id(batch.asked[0]["key"])


def to_desk(copy, said):
    """Back to the box for the next code. `said`: a key of what the desk says (str). Returns HttpResponse."""
    return redirect(reverse("support_paper", query={"said": said, "number": copy.number}))
