"""All questions on one page, for those who want it: the same unsent answers, stored at each press."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.shortcuts import redirect
from django.template.loader import render_to_string

from easyread.reading import ready

from ..attached import ways_of
from ..fields import anchor_of, fields_of, pressed_fields, stored_fields
from ..flows import CLEARED, save_answers
from ..models import Answer
from ..pressed import PUT, Pressed, places_turned
from ..said import NOT_SAVED
from .gates import with_draft
from .helping import SAFE, STOP, elsewhere
from .question import before_first
from .stopping import stop_now

State = Answer.State
ALONE = "at-"  # pressed to answer one question on its own page: "at-3"


@with_draft
def all_questions(visit):
    """The page of all questions. Whatever is pressed, all that is right is stored first."""
    if visit.over:
        return visit.go("answer_question", 1)
    if visit.request.method != "POST":
        return show(visit)
    answers = pressed_on(visit)
    put = next((number for number, answer in answers.items() if answer.put), None)
    go = PUT if put else visit.request.POST.get("go", "save")
    try:
        refused = store(visit, answers)
    except ValidationError as error:
        typed = "\n".join(answer.words for answer in answers.values() if answer.words)
        return visit.lost(typed) if error.code == "gone" else visit.show("closed", words=typed)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        return show(visit, answers, errors=[{"id": "main", "text": NOT_SAVED}], status=503)
    if refused and go != SAFE:
        return show(visit, answers, refused)
    return same_place(visit, put, answers[put]) if put else after(visit, go)


def asked_here(visit):
    """The questions that can be answered on this page, as a dict of number to Question."""
    rows = enumerate(visit.questions, start=1)
    return {number: row for number, row in rows if not row.ended_at and not row.picks_ideas}


def pressed_on(visit):
    """What was pressed and typed, as a dict of number to Pressed."""
    data = visit.request.POST
    return {number: Pressed(row, data, prefix_of(number)) for number, row in asked_here(visit).items()}


def prefix_of(number):
    """What the names of the fields of question `number` (int) begin with (str)."""
    return f"q{number}-"


def store(visit, answers):
    """Store all that is right. Returns a dict of question id to ValidationError for what is not."""
    said, wrong = [], {}
    for answer in answers.values():
        try:
            said += said_by(visit, answer)
        except ValidationError as error:
            wrong[answer.question.pk] = error
    return wrong | save_answers(draft=visit.draft, said=said)


def said_by(visit, answer):
    """One answer as `save_answers` takes it, in a list; an empty one when nothing was given and nothing was before."""
    asked, before = answer.question, visit.answers.get(answer.question.pk)
    if answer.is_empty and (before is None or (before.state == State.SKIPPED and not before.words)):
        return []
    emptied = answer.is_empty and not before.attached
    state = (State.SKIPPED if before.state == State.SKIPPED else CLEARED) if emptied else answer.state()
    return [(asked, state, answer.answer() | {"turned": places_turned(asked, visit.draft.key)})]


def same_place(visit, number, answer):
    """The same page at the thing that was pressed. Returns HttpResponse."""
    anchor = anchor_of(answer.question, visit.draft.key, answer.put, prefix_of(number))
    return redirect(f"{visit.link('answer_all')}#{anchor}")


def after(visit, go):
    """Where a press leads when all is stored. Returns HttpResponse."""
    if go == STOP:
        return stop_now(visit, "all")
    if away := elsewhere(visit, go, here="all", one_page=True, words_href=words_href(visit)):
        return away
    if go.startswith(ALONE) and go[len(ALONE) :].isdecimal():
        return visit.go("answer_question", int(go[len(ALONE) :]))
    if go == "back":
        return visit.go(*before_first(visit))
    if go == "next":
        return visit.go("answer_check" if visit.draft.about else "answer_about")
    return visit.go("answer_all", saved="yes")


def words_href(visit):
    """The same page in the other version (str)."""
    return visit.link("answer_all", standard=not visit.standard)


def show(visit, answers=None, refused=None, errors=(), status=200):
    """The page. `answers`: dict of number to Pressed, or None for what is stored. `refused`: dict of question id to
    ValidationError. Returns HttpResponse."""
    ready(picture for row in visit.questions for picture in pictures_in(row))
    rows = [row_of(visit, number, row, answers, refused or {}) for number, row in enumerate(visit.questions, start=1)]
    return visit.show(
        "all",
        status=status,
        rows=rows,
        total=len(rows),
        errors=[*errors, *(error for row in rows for error in row["errors"])],
        saved="saved" in visit.request.GET,
        stores="save",
        here="all",
        one_page=True,
        words_href=words_href(visit),
    )


def pictures_in(question):
    """The pictures of a `question` (Question) and of its choices, as a list."""
    return [question.picture, *(choice.picture for choice in question.choices.all())]


def row_of(visit, number, asked, answers, refused):
    """One question on the page: what voices/fields.html prints of it. Returns a dict."""
    if asked.ended_at or asked.picks_ideas:
        told = {"legend": visit.words_of(asked), "errors": [], "alone": True, "button": "Open this question"}
        return {"place": number, "question": asked, "go": f"{ALONE}{number}", **told}
    filled = pressed_fields(answers[number]) if answers else stored_fields(asked, visit.answers.get(asked.pk))
    fields = fields_of(
        asked,
        key=visit.draft.key,
        filled=filled,
        words_of=visit.words_of,
        request=visit.request,
        prefix=prefix_of(number),
        error=refused.get(asked.pk),
    )
    others = ways_of(asked, visit.attached.get(asked.pk, []))
    button = "Answer with a picture or by speaking" if others else ""
    told = {"fields": fields, "errors": fields["errors"], "button": button}
    told["html"] = render_to_string("voices/fields.html", fields)  # each with names of its own, whatever its kind
    return {"place": number, "question": asked, "go": f"{ALONE}{number}", **told}
