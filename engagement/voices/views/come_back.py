"""Coming back with the card of *Stop now*: the link opens a page, and only its button goes on (docs/answering.md)."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from engagement.proposals.models import RoundPage

from ..flows.sending import LONG_TEXTS
from ..keys import key_of, opened
from ..models import ComeBack
from .check import HOUR
from .going_on import where_next
from .helping import NOT_SAFE
from .visit import Visit


@sensitive_variables()
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request, token):
    """The page of one card, whose `token` (str) opens the answers. GET changes nothing; POST goes on here."""
    way = ComeBack.objects.filter(key=key_of(token), until__gte=timezone.localdate()).first()
    visit = visit_of(request, way, opened(way.sealed, token)) if way else None
    if visit is None:
        return render(request, "voices/come_back_gone.html", {"help_items": plain_help()}, status=404)
    if request.method == "POST":
        return go_on(visit)
    return visit.show("come_back", said=len(visit.answers) if visit.draft else 0)


def visit_of(request, way, secret):
    """The Visit of the person with a `way` (ComeBack) and their `secret` (str); None when nothing of it is left."""
    rounds = RoundPage.objects.defer(*LONG_TEXTS)
    page = (
        rounds.filter(voice_drafts__key=way.draft_key).first() or rounds.filter(voices__draft_key=way.draft_key).first()
    )
    if page is None:
        return None
    visit = Visit(request, page.address.strip("/"))
    visit.secret, visit.over = secret, None  # a card is never of a worker's tablet
    return visit


def go_on(visit):
    """Keep the secret on this device too, and go to the first question that is open, or to the card."""
    if visit.draft is None:
        return visit.remember(visit.go("answer_done"), visit.secret, HOUR)
    return visit.remember(visit.go(*where_next(visit)), visit.secret)


def plain_help():
    """The Help of a page that belongs to nobody's answers. A list of dict."""
    return [
        {"text": "Ask someone", "icon": "person", "href": "/help/"},
        {"text": "I am not safe", "icon": "warning", "href": NOT_SAFE},
        {"text": "Make it work for me", "icon": "look", "href": "/look/"},
    ]
