"""One question on a page (Q1). Whatever is pressed, what was given is stored first."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import redirect

from ..attached import OTHER_WAYS, shown, ways_of
from ..fields import anchor_of, fields_of, pressed_fields, stored_fields
from ..flows import clear_answer, save_answer
from ..models import Answer
from ..picking import TURNING, next_page
from ..pressed import PUT, Pressed, places_turned
from ..said import NOT_SAVED
from .gates import with_draft
from .helping import PRESSES, SAFE, STOP, elsewhere
from .stopping import stop_now

State = Answer.State
# Pressed to go elsewhere: an empty page is no mistake then.
WITHOUT_FORM = ("back", *PRESSES, *OTHER_WAYS, *TURNING)


@with_draft
def question(visit, number):
    """Question `number` (int) of the person's draft."""
    asked = at(visit, number)
    if asked.ended_at:
        return visit_next(visit, go_of(visit), number) if go_of(visit) in PRESSES else ended(visit, number)
    if visit.request.method == "POST":
        return pressed(visit, asked, number)
    return show_stored(visit, asked, number)


def at(visit, number):
    """The Question with this `number` (int) in the person's draft. Raises Http404."""
    if not 1 <= number <= len(visit.questions):
        raise Http404("There is no question with this number.")
    return visit.questions[number - 1]


def go_of(visit):
    """Which button was pressed (str)."""
    return visit.request.POST.get("go", "next")


def pressed(visit, asked, number):
    """Store what was given and go where the person wants to. Returns HttpResponse."""
    answer = Pressed(asked, visit.request.POST)
    go = answer.go
    try:
        store(visit, answer, go)
    except (ValidationError, OperationalError) as error:
        if go != SAFE:  # whoever is not safe gets to the page that helps, whatever they typed
            return not_stored(visit, asked, number, answer, error)
    return same_place(visit, asked, number, answer) if go == PUT else visit_next(visit, go, number)


def same_place(visit, asked, number, answer):
    """The same page at the thing that was pressed. Returns HttpResponse."""
    to = "check" if visit.request.GET.get("to") == "check" else None
    anchor = anchor_of(asked, visit.draft.key, answer.put)
    return redirect(f"{visit.link('answer_question', number, to=to)}#{anchor}")


def not_stored(visit, asked, number, answer, error):
    """The page with what was given and why it was not stored (`error`). Returns HttpResponse."""
    if isinstance(error, OperationalError):  # a full or busy disk: what was typed stays in the page (R3)
        error, status = ValidationError(NOT_SAVED), 503
    elif error.code == "gone":
        return visit.lost(answer.words)
    else:
        status = 200
    return show(visit, asked, number, pressed_fields(answer), error=error, status=status)


def store(visit, answer, go):
    """Store an answer in the draft, or a skip. Nothing is stored for an empty page that was left by Back."""
    asked = answer.question
    may_empty = asked.picks_ideas or go == PUT  # the last idea was unticked, or the last thing taken out
    emptied = answer.is_empty and may_empty and visit.draft.answers.filter(question=asked).exists()
    if go in (*WITHOUT_FORM, PUT) and answer.is_empty and not emptied:
        return
    if emptied and go not in ("next", "skip"):
        return clear_answer(draft=visit.draft, question=asked)
    state = State.SKIPPED if go == "skip" else answer.state()
    turned = places_turned(asked, visit.draft.key)
    save_answer(draft=visit.draft, question=asked, state=state, turned=turned, **answer.answer())


def visit_next(visit, go, number):
    """Where a press leads. Returns HttpResponse."""
    to = "check" if visit.request.GET.get("to") == "check" else None
    if go == STOP and not visit.over:
        return stop_now(visit, number)
    if away := elsewhere(visit, go, here=number, words_href=words_href(visit, number, to)):
        return away
    if go in TURNING:
        return visit.go("answer_question", number, to=to, **next_page(visit.request.POST))
    if go in OTHER_WAYS:
        return visit.go("answer_attach", number, go, to=to)
    if to:
        return visit.go("answer_give_back" if visit.over else "answer_check")
    return visit.go(*neighbour(visit, go, number))


def words_href(visit, number, to=None):
    """The same question in the other version (str)."""
    return visit.link("answer_question", number, standard=not visit.standard, to=to)


def neighbour(visit, go, number):
    """The page before or after question `number` (int), as the arguments of `visit.go`."""
    if go == "back":
        return ("answer_question", number - 1) if number > 1 else before_first(visit)
    if number < len(visit.questions):
        return ("answer_question", number + 1)
    return ("answer_give_back" if visit.over else "answer_about",)


def before_first(visit):
    """The page before question 1, as the arguments of `visit.go`."""
    if visit.over:
        return ("answer_give_back",)
    return ("answer_practice",) if visit.round.practises else ("answer",)


def show_stored(visit, asked, number):
    """The page with what the person gave before, if anything."""
    return show(visit, asked, number, stored_fields(asked, visit.draft.answers.filter(question=asked).first()))


def show(visit, asked, number, filled, *, error=None, status=200):
    """One question's page. `filled`: Filled. `error`: ValidationError. Returns HttpResponse."""
    key, request = visit.draft.key, visit.request
    return visit.show(
        "question",
        status=status,
        **fields_of(asked, key=key, filled=filled, words_of=visit.words_of, request=request, error=error),
        **others_of(visit, asked),
        number=number,
        total=len(visit.questions),
        is_last=number == len(visit.questions),
        to_check=visit.request.GET.get("to") == "check",
        stores="next",
        here=number,
        words_href=words_href(visit, number, visit.request.GET.get("to")),
    )


def others_of(visit, asked):
    """What the page shows of other ways to answer a question in one's own words. Returns a dict."""
    rows = list(visit.draft.attachments.filter(question=asked)) if asked.kind == asked.Kind.WORDS else []
    given = [shown(row, visit.link("answer_file", row.public_id)) for row in rows]
    return {"ways": ways_of(asked, rows), "given": given}


def ended(visit, number):
    """A question that was taken out while this person was answering. Its number stays (Q11)."""
    last = number == len(visit.questions)
    after = visit.link("answer_about") if last else visit.link("answer_question", number + 1)
    return visit.show("ended", number=number, total=len(visit.questions), next_href=after, here=number)
