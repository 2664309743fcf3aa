"""Saying something about one sentence or one picture: three big buttons, and words when somebody wants to (Q6).

The page of a draft is the same for everybody and links here. The page itself stands below the answering of the open
round, because the secret of the person's device does (docs/answering.md).
"""

import re

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from engagement.proposals.models import ProposalPage
from engagement.voices.keys import link_token_of, new_secret
from engagement.voices.said import NOT_SAVED, clean_words
from engagement.voices.shown_card import card_address, card_parts
from engagement.voices.views.check import HOUR
from engagement.voices.views.gates import answering
from engagement.voices.views.helping import NOT_SAFE, PRESSES, SAFE, elsewhere

from ..flows import keep_words, say_about
from ..gates import newest_of
from ..limits import count_comment
from ..models import Comment, Draft
from ..places import place_in
from ..rounds import talking_about
from .touched import Touched, not_here

TRAP = "Something went wrong. Please press the button again."
KEPT, CARD = "We kept your words", "We found a card on this phone or computer"
SAVE, NEW = "save", "new"  # pressed by the Enter key; pressed by another person on the same device
ELSEWHERE = (*PRESSES, "back", SAVE, NEW)  # pressed to go elsewhere: nothing is sent
BUTTONS = [(Comment.Kind.SAY, "say"), (Comment.Kind.HARD, "not-sure"), (Comment.Kind.WRONG, "cross")]


@never_cache
@require_safe
def say(request, path, number, place):
    """The address that a draft's page links: on to the open round of its plan, or a page that says why not."""
    plan = plan_at(request, path)
    draft = Draft.objects.published().filter(proposal=plan, number=number).first()
    if draft is None:
        raise Http404("There is no such draft.")
    round, newest = talking_about(plan), newest_of(plan.pk)
    if round and newest == draft and place_in(draft.easy_read, place):
        return redirect("answer_say", f"{plan.address}{round.slug}", number, place)
    return not_here(request, plan, newest, is_newer=newest != draft, is_open=bool(round))


def plan_at(request, path):
    """The live ProposalPage at `path` (str). Raises Http404."""
    site = Site.find_for_request(request)
    where = site and f"{site.root_page.url_path}{path.strip('/')}/"
    plan = ProposalPage.objects.live().filter(url_path=where).first() if site else None
    if plan is None:
        raise Http404("There is no plan at this address.")
    plan.address = f"/{path.strip('/')}/"
    return plan


@answering
def say_here(visit, number, place):
    """The page of one sentence or picture. POST stores what was said and shows the card, or keeps it and goes on."""
    touched = Touched(visit, number, place)
    go = visit.request.POST.get("go", "")
    if not touched.is_there:
        words = visit.request.POST.get("words", "")
        newer = touched.newest != touched.draft
        if go == SAFE:  # whoever is not safe gets there, whatever became of the draft
            return redirect(NOT_SAFE)
        return not_here(visit.request, touched.plan, touched.newest, is_newer=newer, is_open=visit.is_open, words=words)
    if visit.request.method != "POST":
        return show(touched)
    return left(touched, go) if go in ELSEWHERE else pressed(touched)


def pressed(touched):
    """Store what was said. Returns HttpResponse."""
    visit, posted = touched.visit, touched.visit.request.POST
    secret = secret_of(touched)
    try:
        hold_back(visit)
        say_about(
            draft=touched.draft,
            place=touched.key,
            round=visit.round,
            secret=secret,
            kind=posted.get("kind", ""),
            words=posted.get("words", ""),
        )
    except ValidationError as error:
        return show(touched, error=error, status=429 if error.code == "too_many" else 400)
    except OperationalError:  # a full or busy disk: what was typed stays in the page (R3)
        return show(touched, error=ValidationError(NOT_SAVED), status=503)
    return remembered(visit, redirect(touched.link("answer_said")), secret)


def hold_back(visit):
    """Raises ValidationError for a machine, or for too many from one address."""
    if visit.round.sets_trap and visit.request.POST.get("website"):  # a box that people do not see
        raise ValidationError(TRAP, code="trap")
    if visit.round.limits_starts:
        count_comment(get_adapter(visit.request).get_client_ip(visit.request))


def left(touched, go):
    """Keep what was typed, and go where the press leads: to Help, back, or to a page for another person (Q10)."""
    visit, words = touched.visit, touched.visit.request.POST.get("words", "")
    is_new = go == NEW
    own = "" if is_new and clean_words(words) == touched.kept_words else words  # theirs stay with their device
    secret = new_secret() if is_new else secret_of(touched)
    try:
        kept = keep(touched, secret, own)
    except (ValidationError, OperationalError) as error:
        if go == SAFE:
            return redirect(NOT_SAFE)
        busy = isinstance(error, OperationalError)  # a full or busy disk: what was typed stays in the page (R3)
        status = 503 if busy else 429 if error.code == "too_many" else 400
        return show(touched, error=ValidationError(NOT_SAVED) if busy else error, status=status)
    if is_new:
        response = visit.forget()
        response["Location"] = touched.link("answer_say")
    else:
        response = elsewhere(visit, go, here=touched.here) or redirect(place_after(touched, go))
    return remembered(visit, response, secret, is_new=is_new) if kept else response


def place_after(touched, go):
    """Where Back and Save lead (str)."""
    return touched.draft_href if go == "back" else touched.link("answer_say")


def keep(touched, secret, words):
    """Keep unsent `words` (str). Returns bool: whether any are kept. An empty page is not counted as a press."""
    if not (clean_words(words) or touched.kept_words):
        return False
    hold_back(touched.visit)
    return keep_words(draft=touched.draft, place=touched.key, secret=secret, words=words)


def remembered(visit, response, secret, is_new=False):
    """Keep the `secret` (str) on this device: as long as unsent answers, else for an hour. Returns the response."""
    return visit.remember(response, secret, None if visit.draft and not is_new else HOUR)


def secret_of(touched):
    """The secret of this person's voice: the device's own, or the one that was made with the page (R2). Returns str."""
    visit = touched.visit
    if visit.secret and (visit.draft or visit.has_card or touched.kept_words):
        return visit.secret
    token = visit.request.POST.get("token", "")
    return token if re.fullmatch(r"[\w-]{43}", token, re.ASCII) else new_secret()


def show(touched, error=None, status=200):
    """The page with the three buttons. What was typed stays. Returns HttpResponse."""
    visit, posted = touched.visit, touched.visit.request.POST
    text = error.messages[0] if error else ""
    at_words = bool(error) and error.code == "words"
    has_words = bool(touched.kept_words) and not posted
    return visit.show(
        "shaping/say.html",
        status=status,
        **touched.shown(),
        buttons=[{"value": kind.value, "text": kind.label, "icon": icon} for kind, icon in BUTTONS],
        words=posted.get("words", touched.kept_words),
        words_error=text if at_words else "",
        errors=[{"id": "words" if at_words else "say", "text": text}] if error else [],
        token=posted.get("token") or new_secret(),
        has_words=has_words,
        found=KEPT if has_words else CARD if visit.has_card else "",
        here=touched.here,
        stores=SAVE,
    )


@answering
def said(visit, number, place):
    """What was said, with thanks and the card."""
    touched = Touched(visit, number, place)
    if not (visit.has_card and touched.place):
        return redirect(touched.draft_href)
    said = Comment.objects.standing().filter(voice=visit.voice, draft=touched.draft, place=place)
    link = visit.request.build_absolute_uri(card_address(link_token_of(visit.secret)))
    return visit.show(
        "shaping/said.html",
        **touched.shown(),
        said=said,
        card=card_parts(visit.voice.card, link),
        questions_href=reverse("answer", args=[visit.address]),
    )
