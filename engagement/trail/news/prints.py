"""The PDFs: a poster of an outcome, one letter, and many letters in one go; long ones in the background (D3)."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from easyread.printing.answering import answer
from engagement.decisions.models import Decision
from engagement.voices.support.access import worker_only

from ..outcomes import outcome_for
from .handouts import letters_to, poster_of
from .moments import only_news
from .pages import MOST_LETTERS, chosen_round, entries_with_news


@worker_only
def poster(request, slug):
    """The poster of the outcome named `slug` (str). 404 unless it is published."""
    try:
        decision = outcome_for(slug)
    except Decision.DoesNotExist:
        raise Http404("There is no outcome at this address.") from None
    return private(answer(request, poster_of(decision), key=f"poster-{decision.public_id}"))


@worker_only
def letter(request, public_id):
    """The letter of one own entry with news. 404 for others' entries; without news it leads back to the entry."""
    voice = entries_with_news(request.user).filter(public_id=public_id).first()
    if voice is None:
        raise Http404("You have no such entry.")
    if not only_news(entries_with_news(request.user)).filter(pk=voice.pk).exists():
        return redirect("news_one", voice.public_id)
    return private(answer(request, letters_to([voice]), key=f"letters-{request.user.pk}"))


@worker_only
def letters(request):
    """Letters for all own entries with news, or those of one round: a hundred at once, `part` by `part`."""
    rows = only_news(entries_with_news(request.user))
    if round_pk := chosen_round(request):
        rows = rows.filter(round=round_pk)
    typed = request.GET.get("part", "")
    part = int(typed) if typed.isdecimal() and 0 < len(typed) < 5 else 1
    voices = list(rows[max(part - 1, 0) * MOST_LETTERS : max(part, 1) * MOST_LETTERS])
    if not voices:
        return redirect(reverse("news"))
    return private(answer(request, letters_to(voices), key=f"letters-{request.user.pk}"))


def private(response):
    """A PDF for this worker alone: no cache keeps it."""
    response["Cache-Control"] = "no-store, private"
    return response
