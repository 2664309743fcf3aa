"""Was this easy or hard? Asked once, after sending; counted for the editors, and joined to nobody's words."""

from django.core.exceptions import ValidationError

from ..flows import name_hard_parts, say_ease
from ..models import EaseCount
from .gates import answering

How, Part = EaseCount.How, EaseCount.Part


@answering
def easy(visit):
    """POST counts how it was. GET asks which part was hard, for somebody who said that some of it was."""
    visit.check_address()
    if visit.draft or not visit.has_card:
        return visit.go("answer_done")
    if visit.request.method != "POST":
        return visit.go("answer_done") if said_all(visit) else show(visit)
    if visit.request.POST.get("go") in How.values:
        return pressed(visit, visit.request.POST["go"])
    return name_parts(visit)


def pressed(visit, how):
    """Count how it was (`how`: EaseCount.How). Who found something hard is asked which. Returns HttpResponse."""
    say_ease(voice=visit.voice, how=how)
    return visit.go("answer_done", told="yes") if how == How.EASY else visit.go("answer_easy")


def name_parts(visit):
    """Count what was hard. Nothing chosen is fine too. Returns HttpResponse."""
    chosen = visit.request.POST.getlist("part")
    named = {str(public_id): pk for pk, public_id in asked(visit).values_list("pk", "public_id")}
    try:
        questions = [named[value] for value in chosen if value in named]
        name_hard_parts(voice=visit.voice, questions=questions, parts=[v for v in chosen if v not in named])
    except ValidationError as error:
        return show(visit, errors=[{"id": "part-1", "text": error.messages[0]}])
    return visit.go("answer_done", told="yes")


def said_all(visit):
    """Whether the person has said all that is asked here, or was not asked yet. Returns bool."""
    given = getattr(visit.voice, "ease_given", None)
    return given is None or given.named_parts


def asked(visit):
    """The questions of the round, also those that the person left out: perhaps they were too hard. A queryset."""
    return visit.round.question_rows.asked()


def show(visit, errors=()):
    """The page that asks which part was hard. Returns HttpResponse."""
    options = [{"value": str(row.public_id), "label": visit.words_of(row)} for row in asked(visit)]
    options += [{"value": value, "label": label} for value, label in Part.choices]
    return visit.show("easy", options=options, errors=errors, error=errors[0]["text"] if errors else "", here="done")
