"""Saying something about one sentence or one picture: three big buttons, and words when somebody wants to (Q6).

The page of a draft is the same for everybody and links here. The page itself stands below the answering of the open
round, because the secret of the person's device does (docs/answering.md).
"""

import re

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from easyread.reading import fetch
from engagement.proposals.models import ProposalPage
from engagement.voices.keys import link_token_of, new_secret
from engagement.voices.said import NOT_SAVED
from engagement.voices.shown_card import card_address, card_parts
from engagement.voices.views.check import HOUR
from engagement.voices.views.visit import answering

from ..flows import say_about
from ..gates import newest_of
from ..limits import count_comment
from ..models import Comment, Draft
from ..places import place_in
from ..rounds import talking_about

TRAP = "Something went wrong. Please press the button again."
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


def not_here(request, plan, newest, *, is_newer, is_open, words=""):
    """The page of a sentence about which nobody can say something now. What was typed stands there to be copied."""
    context = {
        "plan": plan,
        "is_example": plan.is_example,
        "is_newer": is_newer,
        "is_open": is_open,
        "draft_href": f"{plan.address}draft-{newest.number}/",
        "number": newest.number,
        "words": words,
    }
    return render(request, "shaping/say_not_here.html", context)


class Touched:
    """What one request is about: a draft of the plan of the visit's round, and one sentence or picture of it."""

    def __init__(self, visit, number, key):
        self.visit, self.number, self.key = visit, number, key
        self.plan = visit.round.proposal
        if self.plan is None:
            raise Http404("There is no draft here.")
        self.plan.address = f"/{'/'.join(visit.address.split('/')[:-1])}/"
        self.draft = Draft.objects.published().filter(proposal=self.plan, number=number).first()
        self.place = self.draft and place_in(self.draft.easy_read, key)
        self.newest = newest_of(self.plan.pk)
        if self.draft is None:
            raise Http404("There is no such draft.")

    @property
    def is_there(self):
        """Whether people can say something about it now."""
        of_kind = self.visit.round.kind == self.visit.round.Kind.MAKE_TOGETHER
        return bool(of_kind and self.visit.is_open and self.place and self.newest == self.draft)

    @property
    def draft_href(self):
        """The sentence on the page of the draft (str)."""
        return f"{self.plan.address}draft-{self.number}/#s-{self.key}"

    def link(self, name):
        """The address of the page `name` about the same sentence (str)."""
        return self.visit.link(name, self.number, self.key)

    def shown(self):
        """What every page about it prints. Returns a dict."""
        pictures = fetch({self.place.picture}) if self.place.picture else {}
        return {
            "place": self.place,
            "number": self.number,
            "picture": pictures.get(self.place.picture),
            "draft_href": self.draft_href,
        }


@answering
def say_here(visit, number, place):
    """The page of one sentence or picture. POST stores what was said, and shows the card."""
    touched = Touched(visit, number, place)
    if visit.request.method == "POST" and visit.request.POST.get("go") == "new":
        response = visit.forget()
        response["Location"] = touched.link("answer_say")
        return response
    if not touched.is_there:
        words = visit.request.POST.get("words", "")
        newer = touched.newest != touched.draft
        return not_here(visit.request, touched.plan, touched.newest, is_newer=newer, is_open=visit.is_open, words=words)
    return pressed(touched) if visit.request.method == "POST" else show(touched)


def pressed(touched):
    """Store what was said. Returns HttpResponse."""
    visit, posted = touched.visit, touched.visit.request.POST
    secret = secret_of(visit)
    try:
        if visit.round.sets_trap and posted.get("website"):  # a box that people do not see
            raise ValidationError(TRAP, code="trap")
        if visit.round.limits_starts:
            count_comment(get_adapter(visit.request).get_client_ip(visit.request))
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
    kept = None if visit.draft else HOUR
    return visit.remember(redirect(touched.link("answer_said")), secret, kept)


def secret_of(visit):
    """The secret of this person's voice: the device's own, or the one that was made with the page (R2). Returns str."""
    if visit.draft or visit.has_card:
        return visit.secret
    token = visit.request.POST.get("token", "")
    return token if re.fullmatch(r"[\w-]{43}", token, re.ASCII) else new_secret()


def show(touched, error=None, status=200):
    """The page with the three buttons. What was typed stays. Returns HttpResponse."""
    visit, posted = touched.visit, touched.visit.request.POST
    text = error.messages[0] if error else ""
    at_words = bool(error) and error.code == "words"
    return visit.show(
        "shaping/say.html",
        status=status,
        **touched.shown(),
        buttons=[{"value": kind.value, "text": kind.label, "icon": icon} for kind, icon in BUTTONS],
        words=posted.get("words", ""),
        words_error=text if at_words else "",
        errors=[{"id": "words" if at_words else "say", "text": text}] if error else [],
        token=posted.get("token") or new_secret(),
        has_card=visit.has_card,
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
