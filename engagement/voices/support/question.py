"""One question on a page (Q1), the same as the public sees; the person's exact words and the summary apart (3.2)."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from .. import supporting
from ..attached import OTHER_WAYS, shown, ways_of
from ..fields import anchor_of, fields_of, pressed_fields, stored_fields
from ..flows import clear_visit_answer, save_visit_answer
from ..models import Answer
from ..picking import TURNING, next_page
from ..pressed import PUT, Pressed, places_turned
from ..said import BOTH, NOT_SAVED
from .access import unsent_visit

State = Answer.State
ELSEWHERE = ("give", "worried")  # other pages of this visit
# Pressed to go elsewhere: an empty page is no mistake then.
AWAY = ("back", "stop", "words", *ELSEWHERE, *OTHER_WAYS, *TURNING)


class Told(Pressed):
    """What the worker pressed and typed: as the public's, with a summary beside the words."""

    def __init__(self, question, data):
        super().__init__(question, data)
        self.summary = data.get("summary", "")
        self.provenance = data.get("provenance", "")

    @property
    def is_empty(self):
        return super().is_empty and not self.summary.strip()

    def beside(self):
        """What the worker said beside the person's answer: a dict of str."""
        return {"summary": self.summary, "provenance": self.provenance}

    def answer(self):
        """As the public's, with the summary and whose words they are."""
        return super().answer() | self.beside()

    def state(self):
        """As the public's: "I do not want to say" goes with no summary either."""
        if State.NOT_SAID in self.values and self.summary.strip():
            raise ValidationError(BOTH, code="choice")
        return super().state()


@unsent_visit
def question(visit, number):
    """Question `number` (int) of the visit."""
    asked = at(visit, number)
    if asked.ended_at:
        return ended(visit, number)
    if asked.pk in visit.alone:
        return visit.show("alone", number=number, total=len(visit.questions), **around(visit, number))
    if visit.request.method == "POST":
        return pressed(visit, asked, number)
    return show_stored(visit, asked, number)


def at(visit, number):
    """The Question with this `number` (int) in the visit. Raises Http404."""
    if not 1 <= number <= len(visit.questions):
        raise Http404("There is no question with this number.")
    return visit.questions[number - 1]


def pressed(visit, asked, number):
    """Store what was given and go where the worker wants to. Returns HttpResponse."""
    told = Told(asked, visit.request.POST)
    again = {"filled": pressed_fields(told), **told.beside()}
    try:
        store(visit, told)
    except ValidationError as error:
        if error.code in ("gone", "not_open"):
            return visit.show("closed", status=409, words=told.words, summary=told.summary)
        return show(visit, asked, number, error=error, **again)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        return show(visit, asked, number, error=ValidationError(NOT_SAVED), status=503, **again)
    return same_place(visit, asked, number, told) if told.go == PUT else go_on(visit, told.go, number)


def same_place(visit, asked, number, told):
    """The same page at the thing that was pressed. Returns HttpResponse."""
    to = "check" if visit.request.GET.get("to") == "check" else None
    anchor = anchor_of(asked, visit.support.draft.key, told.put)
    return redirect(f"{visit.link('support_question', number, to=to)}#{anchor}")


def store(visit, told):
    """Store an answer, or a skip. Nothing is stored for an empty page that was left."""
    asked, go, draft = told.question, told.go, visit.support.draft
    may_empty = asked.picks_ideas or go == PUT  # the last idea was unticked, or the last thing taken out
    emptied = told.is_empty and may_empty and draft.answers.filter(question=asked).exists()
    if go in (*AWAY, PUT) and told.is_empty and not emptied:
        return
    if emptied and go not in ("next", "skip"):
        return clear_visit_answer(support=visit.support, by=visit.request.user, question=asked)
    state = State.SKIPPED if go == "skip" else told.state()
    save_visit_answer(
        support=visit.support,
        by=visit.request.user,
        question=asked,
        state=state,
        turned=places_turned(asked, draft.key),
        **told.answer(),
    )


def go_on(visit, go, number):
    """Where a press leads. Returns HttpResponse."""
    to = "check" if visit.request.GET.get("to") == "check" else None
    if go == "words":
        visit.standard = not visit.standard
        return visit.go("support_question", number, to=to)
    if go in TURNING:
        return visit.go("support_question", number, to=to, **next_page(visit.request.POST))
    if go in OTHER_WAYS:
        return visit.go("support_attach", number, go, to=to)
    if go in ELSEWHERE:
        return leave(visit, go, visit.questions[number - 1])
    if go == "stop":
        return visit.go("support_one", stop="yes")
    if to:
        return visit.go("support_check")
    if go == "back":
        return visit.go("support_question", number - 1) if number > 1 else visit.go("support_one", stop="yes")
    last = number == len(visit.questions)
    return visit.go("support_step", "whose") if last else visit.go("support_question", number + 1)


def leave(visit, go, asked):
    """To another page of this visit: give the tablet, or say that one is worried. Returns HttpResponse."""
    if go == "give":
        return visit.go("support_hand_over")
    return redirect(reverse("support_worried", args=[visit.support.public_id], query={"question": asked.public_id}))


def show_stored(visit, asked, number):
    """The page with what was written down before, if anything."""
    stored = visit.support.draft.answers.filter(question=asked).first()
    beside = {name: getattr(stored, name, "") for name in ("summary", "provenance")}
    return show(visit, asked, number, filled=stored_fields(asked, stored), **beside)


def show(visit, asked, number, *, filled, summary, provenance="", error=None, status=200):
    """One question's page. `filled`: Filled. `error`: ValidationError. Returns HttpResponse."""
    return visit.show(
        "question",
        status=status,
        **question_parts(visit, asked, visit.support.draft.key, filled, summary, error),
        **others_of(visit, asked),
        whose_options=whose_options(provenance),
        number=number,
        total=len(visit.questions),
        to_check=visit.request.GET.get("to") == "check",
    )


def others_of(visit, asked):
    """What the page shows of other ways to answer a question in one's own words. Returns a dict."""
    rows = list(visit.support.draft.attachments.filter(question=asked)) if asked.kind == asked.Kind.WORDS else []
    given = [shown(row, visit.link("support_file", row.public_id)) for row in rows]
    return {"ways": ways_of(asked, rows), "given": given}


def question_parts(visit, asked, key, filled, summary, error):
    """What the page of one question prints, before and after sending. `key`: of the draft (str). Returns a dict."""
    parts = fields_of(asked, key=key, filled=filled, words_of=visit.words_of, request=visit.request, error=error)
    at_summary = error is not None and error.code == "summary"
    return parts | {"summary": summary, "summary_error": error.messages[0] if at_summary else ""}


def whose_options(provenance):
    """Whose words one answer is, for components/choices.html. `provenance`: what was said before (str)."""
    return [
        {"value": str(value), "label": label, "checked": str(value) == provenance} for value, label in supporting.OF_ONE
    ]


def ended(visit, number):
    """A question that was taken out while this visit was going on. Its number stays (Q11)."""
    return visit.show("ended", number=number, total=len(visit.questions), **around(visit, number))


def around(visit, number):
    """The address after question `number` (int). Returns a dict."""
    last = number == len(visit.questions)
    after = visit.link("support_step", "whose") if last else visit.link("support_question", number + 1)
    return {"next_href": after}
