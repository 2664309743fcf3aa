"""One question on a page (Q1). Whatever is pressed, what was given is stored first."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404

from easyread.reading import ready

from ..attached import OTHER_WAYS, shown, ways_of
from ..flows import save_answer
from ..models import Answer
from ..picking import TURNING, chosen_of, next_page, picking_of
from ..pressed import Pressed, options_of
from ..said import NOT_SAVED
from .visit import with_draft

State = Answer.State
WITHOUT_FORM = (
    "back",
    "stop",
    "words",
    *OTHER_WAYS,
    *TURNING,
)  # pressed to go elsewhere: an empty page is no mistake then


@with_draft
def question(visit, number):
    """Question `number` (int) of the person's draft."""
    asked = at(visit, number)
    if asked.ended_at:
        return ended(visit, number)
    if visit.request.method == "POST":
        return pressed(visit, asked, number)
    return show_stored(visit, asked, number)


def at(visit, number):
    """The Question with this `number` (int) in the person's draft. Raises Http404."""
    if not 1 <= number <= len(visit.questions):
        raise Http404("There is no question with this number.")
    return visit.questions[number - 1]


def pressed(visit, asked, number):
    """Store what was given and go where the person wants to. Returns HttpResponse."""
    go, answer = visit.request.POST.get("go", "next"), Pressed(asked, visit.request.POST)
    try:
        store(visit, answer, go)
    except ValidationError as error:
        if error.code == "gone":
            return visit.lost(answer.words)
        return show(visit, asked, number, chosen=set(answer.values), words=answer.words, error=error)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        error = ValidationError(NOT_SAVED)
        return show(visit, asked, number, chosen=set(answer.values), words=answer.words, error=error, status=503)
    return visit_next(visit, go, number)


def store(visit, answer, go):
    """Store an answer in the draft, or a skip. Nothing is stored for an empty page that was left by Back."""
    unpicked = answer.question.picks_ideas and visit.draft.answers.filter(question=answer.question).exists()
    if go in WITHOUT_FORM and answer.is_empty and not unpicked:
        return
    state = State.SKIPPED if go == "skip" or (unpicked and answer.is_empty and go != "next") else answer.state()
    save_answer(draft=visit.draft, question=answer.question, choices=answer.choices, words=answer.words, state=state)


def visit_next(visit, go, number):
    """Where a press leads. Returns HttpResponse."""
    back_to_check = visit.request.GET.get("to") == "check"
    if go == "words":
        visit.standard = not visit.standard
        return visit.go("answer_question", number, to="check" if back_to_check else None)
    if go in TURNING:
        page = next_page(visit.request.POST)
        return visit.go("answer_question", number, to="check" if back_to_check else None, **page)
    if go in OTHER_WAYS:
        return visit.go("answer_attach", number, go, to="check" if back_to_check else None)
    if go == "stop" or (go == "back" and number == 1 and not back_to_check):
        return visit.go("answer_give_back" if visit.over else "answer")
    if back_to_check:
        return visit.go("answer_give_back" if visit.over else "answer_check")
    return visit.go(*neighbour(visit, go, number))


def neighbour(visit, go, number):
    """The page before or after question `number` (int), as the arguments of `visit.go`."""
    if go == "back":
        return ("answer_question", number - 1)
    if number < len(visit.questions):
        return ("answer_question", number + 1)
    return ("answer_give_back" if visit.over else "answer_about",)


def show_stored(visit, asked, number):
    """The page with what the person gave before, if anything."""
    stored = visit.draft.answers.filter(question=asked).first()
    if stored is None:
        return show(visit, asked, number, chosen=set(), words="")
    chosen = {str(choice.public_id) for choice in chosen_of(asked, stored.choice_ids)}
    if not chosen and stored.state in (State.NOT_SURE, State.NOT_SAID):
        chosen = {stored.state}
    return show(visit, asked, number, chosen=chosen, words=stored.words)


def show(visit, asked, number, *, chosen, words, error=None, status=200):
    """One question's page. `chosen`: set of str. `error`: ValidationError. Returns HttpResponse."""
    ready([asked.picture, *(choice.picture for choice in asked.choices.all())])
    at_words = bool(error) and (error.code == "words" or not asked.has_choices)
    text = error.messages[0] if error else ""
    options = options_of(asked, key=visit.draft.key, chosen=chosen, words_of=visit.words_of)
    return visit.show(
        "question",
        status=status,
        question=asked,
        legend=visit.words_of(asked),
        number=number,
        total=len(visit.questions),
        options=options,
        picking=picking_of(asked, key=visit.draft.key, picked=chosen, request=visit.request, words_of=visit.words_of),
        words=words,
        **others_of(visit, asked),
        choice_error="" if at_words else text,
        words_error=text if at_words else "",
        errors=[{"id": "words" if at_words else "choice-1", "text": text}] if error else [],
        is_last=number == len(visit.questions),
        to_check=visit.request.GET.get("to") == "check",
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
    return visit.show("ended", number=number, total=len(visit.questions), next_href=after)
