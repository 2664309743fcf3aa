"""One visit: before sending it leads to where the worker goes on; after that it shows what was sent."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse

from easyread.dates import full_date
from engagement.polls.models import Question

from .. import flows, supporting
from ..fields import pressed_fields, sent_fields
from ..flows.correcting import BY_THE_PERSON, WAS_READ
from ..models import Answer, Consent
from ..picking import TURNING
from ..pressed import PUT, places_turned
from . import summaries
from .access import own_visit, sent_visit, typed, unsent_visit
from .question import Told, question_parts, whose_options

State = Answer.State


@own_visit
def one(visit):
    """What was sent; or on to the next thing to do."""
    if visit.support.is_sent:
        return show_sent(visit)
    if visit.over:
        return visit.go("support_hand_over")
    if visit.request.GET.get("stop"):
        return redirect(f"{reverse('support')}?said=later")
    return go_on(visit) if visit.is_open else show_closed(visit)


def go_on(visit):
    """The first question without an answer, the first thing that is missing, or the page to check. HttpResponse."""
    done = set(visit.support.draft.answers.values_list("question", flat=True))
    for number, asked in enumerate(visit.questions, start=1):
        if asked.pk not in done and not asked.ended_at:
            return visit.go("support_question", number)
    still = supporting.missing(visit.support)
    return visit.go("support_step", still[0][0]) if still else visit.go("support_check")


def show_closed(visit):
    """An unsent visit of a round that has closed: what was written down can still be read. Returns HttpResponse."""
    return visit.show("closed", rows=[row | {"href": ""} for row in summaries.drafted_rows(visit)])


def show_sent(visit):
    """What was sent, how it stands, and what the person agreed to. Returns HttpResponse."""
    voice = visit.support.voice
    if voice.taken_back_at:
        return visit.show("taken_back")
    return visit.show(
        "sent",
        rows=[] if visit.is_the_persons else summaries.sent_rows(visit),
        how_rows=summaries.how_rows(visit),
        agreements=agreements(voice),
        said=SAID.get(visit.request.GET.get("said"), ""),
    )


SAID = {"changed": "We saved your change.", "withdrawn": "We wrote down that the person does not agree any more."}


def agreements(voice):
    """What the person agreed to and agrees to still, each with how and since when. Returns a list of dict."""
    labels = {str(kind): label for kind, label in supporting.AGREES_TO}
    how = {kept: dict(supporting.HOW_AGREED)[key] for key, kept in supporting.CONSENT_HOW.items()}
    return [
        {
            "kind": row.kind,
            "label": labels.get(row.kind, row.get_kind_display()),
            "words": [how.get(row.how, "Yes"), f"The person agreed on {full_date(row.given_at)}."],
        }
        for row in voice.consents.filter(withdrawn_at=None)
    ]


@sent_visit
def withdraw(visit):
    """Note that the person agrees to one thing no longer."""
    kind = visit.request.POST.get("kind", "")
    if visit.request.method != "POST" or kind not in Consent.Kind.values:
        return visit.go("support_one")
    flows.withdraw_for_person(support=visit.support, by=visit.request.user, kind=kind)
    return visit.go("support_one", said="withdrawn")


@unsent_visit
def clear(visit):
    """Ask first, then remove an unsent visit."""
    if visit.request.method != "POST":
        return visit.show("clear")
    try:
        flows.clear_visit(support=visit.support, by=visit.request.user)
    except ValidationError:
        return redirect("support")  # sent or cleared meanwhile, in another tab
    return redirect(f"{reverse('support')}?said=cleared")


@sent_visit
def change(visit, asked):
    """Put one answer right, until somebody has read it. `asked`: the question's public id (UUID)."""
    question = Question.objects.filter(round_id=visit.round.pk, public_id=asked, ended_at=None).ready_to_show().first()
    if question is None or not visit.may_correct or question.pk in visit.alone:
        return not_changed(visit)
    if visit.request.method == "POST":
        return save(visit, question)
    answers = visit.support.voice.answers.filter(question=question, is_current=True)
    answer = answers.prefetch_related("chosen__choice").first()
    beside = {name: getattr(answer, name, "") for name in ("summary", "provenance")}
    return show_change(visit, question, filled=sent_fields(question, answer), **beside)


def not_changed(visit):
    """Why an answer is not put right any more; what was typed stands there to be copied. Returns HttpResponse."""
    words = typed(visit.request)
    if not any(words.values()):
        return visit.go("support_one")  # which says so
    reason = BY_THE_PERSON if visit.is_the_persons else WAS_READ if visit.is_read else ""
    return visit.show("closed", status=409, reason=reason, **words)


def save(visit, question):
    """Store a correction. Returns HttpResponse."""
    told = Told(question, visit.request.POST)
    again = {"filled": pressed_fields(told), **told.beside()}
    if told.go in (PUT, *TURNING):  # another idea to pick from, or a thing to put in order; nothing is stored yet
        return show_change(visit, question, **again)
    try:
        state = State.SKIPPED if told.go == "skip" else told.state()
        answer = told.answer()
        answer["choices"] = told.choices or ([] if told.values else vote_before(visit, question))
        turned = places_turned(question, visit.support.voice.draft_key)
        flows.correct_answer(
            support=visit.support, by=visit.request.user, question=question, state=state, turned=turned, **answer
        )
    except ValidationError as error:
        if error.code in ("read", "person", "alone", "not_open", "taken_back"):
            return not_changed(visit)
        return show_change(visit, question, error=error, **again)
    return visit.go("support_one", said="changed")


def vote_before(visit, question):
    """The choice of a vote that stands, so that words can be put right without voting again. A list of Choice."""
    votes = visit.support.voice.votes.filter(poll__question=question, is_current=True).select_related("choice")
    return [vote.choice for vote in votes]


def show_change(visit, question, *, filled, summary, provenance="", error=None):
    """The page on which one answer is put right. `filled`: Filled. Returns HttpResponse."""
    parts = question_parts(visit, question, visit.support.voice.draft_key, filled, summary, error)
    parts["whose_options"] = whose_options(provenance)
    return visit.show("change", is_vote=hasattr(question, "poll"), **parts)
