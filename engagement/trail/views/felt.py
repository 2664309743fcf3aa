"""*Did this feel true?*: a person says it with the long link of their card, and may change it."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render

from engagement.decisions.flows import say_if_it_felt_true
from engagement.decisions.models import FeltTrue

from ..felt import ICONS, mine_of
from ..story import Story
from .my_voice import done, shared, with_own_card


@with_own_card
def felt(request, mine):
    """The question, with what the person said before."""
    plan = mine.round.proposal
    asked = mine_of(mine, Story(plan)) if plan else None
    if not asked or not asked["asking"]:
        return redirect("my_voice_card", mine.token)
    given = asked["given"]
    if request.method != "POST":
        return show(request, mine, asked, given.answer if given else "", given.why if given else "")
    answer, why = request.POST.get("answer", ""), request.POST.get("why", "")
    try:
        say_if_it_felt_true(voice=mine.voice, answer=answer, why=why)
    except ValidationError as error:
        return show(request, mine, asked, answer, why, error)
    return done(mine)


def show(request, mine, asked, answer, why, error=None):
    """The page with the question. Returns HttpResponse."""
    at_words = bool(error) and error.code == "why"
    text = error.messages[0] if error else ""
    options = [
        {"value": value, "label": label, "icon": ICONS[value], "checked": value == answer}
        for value, label in FeltTrue.Answer.choices
    ]
    context = shared(mine) | {
        "felt": asked,
        "options": options,
        "why": why,
        "answer_error": "" if at_words else text,
        "why_error": text if at_words else "",
        "errors": [{"id": "why" if at_words else "answer-1", "text": text}] if error else [],
    }
    return render(request, "trail/my_voice_felt.html", context, status=400 if error else 200)
