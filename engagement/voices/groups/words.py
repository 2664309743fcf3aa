"""What the group says to a question: several statements, each with whose words it is and how many agreed (3.4)."""

import uuid

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.utils.datastructures import MultiValueDict

from ..flows import add_statement, remove_statement
from ..models.voices import Provenance
from ..said import NOT_SAVED
from .access import own_group
from .forms import WHOSE, StatementForm
from .said import statements_of

FIELDS = {"whose": "whose", "agreed": "agreed"}


@own_group
def words(group, number):
    """What people said to a question with choices, on a page of its own."""
    asked = group.question_at(number)
    if not asked.has_choices:
        return group.go("group_question", number)
    return say(group, asked, number) if group.request.method == "POST" else show_words(group, asked, number)


def say(group, asked, number):
    """Keep what was typed, or take a statement away, and go where the worker wants to. Returns HttpResponse."""
    data, go = group.request.POST, group.request.POST.get("go", "add")
    if taken := data.get("remove"):
        return take_away(group, asked, number, taken)
    form = StatementForm(data)
    if not data.get("words", "").strip() and go != "add":
        return leave(group, asked, number, go)
    if not form.is_valid():
        return show_words(group, asked, number, form, status=400)
    try:
        keep(group, asked, form, data.get("token", ""))
    except ValidationError as error:
        if error.code in ("gone", "not_open", "read", "person"):
            return group.show("closed", status=409, words=data.get("words", ""), reason=error.messages[0])
        form.add_error(FIELDS.get(error.code, "words"), error)
        return show_words(group, asked, number, form, status=400)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        form.add_error(None, NOT_SAVED)
        return show_words(group, asked, number, form, status=503)
    return leave(group, asked, number, go)


def keep(group, asked, form, token):
    """Store one statement; the same page sent twice stores it once."""
    given = form.cleaned_data
    try:
        token = uuid.UUID(token)
    except ValueError:
        token = uuid.uuid4()
    add_statement(
        session=group.session,
        by=group.request.user,
        question=asked,
        words=given["words"],
        provenance=given["whose"],
        agreed=given["agreed"],
        token=token,
    )


def take_away(group, asked, number, taken):
    """Take one statement away. Returns HttpResponse."""
    try:
        remove_statement(session=group.session, by=group.request.user, public_id=uuid.UUID(taken))
    except (ValidationError, ValueError):
        return group.go("group_one")
    return group.go(*here(asked, number), said="gone")


def here(asked, number):
    """This page, as the arguments of `group.go`."""
    return ("group_words" if asked.has_choices else "group_question", number)


def leave(group, asked, number, go):
    """Where a press leads. Returns HttpResponse."""
    if go == "add":
        return group.go(*here(asked, number), said="kept")
    if go == "stop":
        return group.go("group_one", stop="yes")
    if asked.has_choices:
        return group.go("group_question", number)
    if go == "back":
        return group.go("group_question", number - 1) if number > 1 else group.go("group_details")
    return group.go("group_check") if number == len(group.questions) else group.go("group_question", number + 1)


SAID = {"kept": "We saved this.", "gone": "We took this away."}


def show_words(group, asked, number, form=None, status=200):
    """The page of what the group says to one question. Returns HttpResponse."""
    token = group.request.POST.get("token", "") if status == 503 else ""
    return group.show(
        "words",
        status=status,
        form=form or StatementForm(initial=MultiValueDict({"whose": [Provenance.READ_BACK]})),
        question=asked,
        number=number,
        total=len(group.questions),
        rows=statements_of(group.session, asked, dict(WHOSE)),
        token=token or uuid.uuid4(),
        said=SAID.get(group.request.GET.get("said"), ""),
        is_last=number == len(group.questions),
    )
