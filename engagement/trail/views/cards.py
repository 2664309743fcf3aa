"""The card itself: again, to print; and where somebody looks who has lost it (docs/cards.md)."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from engagement.voices.shown_card import card_parts

from ..rounds import answered_lately
from .my_voice import shared, with_own_card


@with_own_card
def print_card(request, mine):
    """The card again, big, to print or to take a photo of."""
    card = card_parts(mine.voice.card, request.build_absolute_uri(reverse("my_voice_card", args=[mine.token])))
    return render(request, "trail/my_voice_print.html", shared(mine) | {"card": card})


@never_cache
@require_safe
def lost_card(request):
    """Every way to a lost card, the nearest first, and what a person can still do without it.

    Which card a phone holds is told on the pages of answering alone: no other page gets its cookie.
    """
    rounds = [
        {"text": page.title, "href": reverse("answer_card", args=[page]), "icon": "search"}
        for page in answered_lately()
    ]
    return render(request, "trail/my_voice_lost_card.html", {"rounds": rounds})
