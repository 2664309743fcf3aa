"""How outcomes and actions stand, for the PMU's screens. Flat in queries (F2)."""

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from engagement.heard.models import Theme, WhatWeHeard
from engagement.proposals.models import ProposalPage

from .models import Action, Debt, Decision


def late_actions(day=None):
    """Actions of published decisions that are late on `day` (date, today when left out). A queryset of Action."""
    late = Action.objects.late_on(day or timezone.localdate())
    return late.exclude(decision__published_at=None).select_related("decision", "owner")


def listed():
    """Every decision, newest meeting first, with `owed` (bool) and `late` (int: actions). A queryset of Decision."""
    owed = Decision.objects.still_owed().filter(pk=OuterRef("pk")).order_by()
    late = Q(actions__in=Action.objects.late_on(timezone.localdate()))
    rows = Decision.objects.select_related("meeting__body", "next_body", "proposal").annotate(
        owed=Exists(owed), late=Count("actions", filter=late, distinct=True)
    )
    return rows.defer("proposal__easy_read", "proposal__standard").order_by("-meeting__held_on", "-pk")


def not_published():
    """Decisions that nobody can see yet. A queryset of Decision."""
    return Decision.objects.filter(published_at=None).select_related("meeting__body")


def late_answers(day=None):
    """Decisions whose next answer was due before `day` (date) and has not come. A queryset of Decision."""
    return Decision.objects.still_owed().filter(next_by__lt=day or timezone.localdate()).select_related("next_body")


def late_actions_of(bodies):
    """What `bodies` (queryset of Body) promised to do and is late, soonest first. A queryset of Action."""
    return late_actions().filter(owner__in=bodies).order_by("due_on", "pk")


def to_confirm(bodies):
    """Decisions that the Unit wrote down for `bodies` (queryset of Body), which have not confirmed them, oldest first.

    A queryset of Decision.
    """
    waiting = Decision.objects.filter(confirmed_at=None, meeting__body__in=bodies)
    return waiting.select_related("meeting__body").order_by("meeting__held_on", "pk")


def waiting_plans(bodies):
    """Plans of which something heard is published and that wait for `bodies` (queryset of Body) to decide.

    Soonest day first, those without a day last. A plan waits until it has a decision that *decided*. A queryset of
    ProposalPage.
    """
    decided = Decision.objects.filter(proposal=OuterRef("pk"), kind=Decision.Kind.DECIDED)
    heard = WhatWeHeard.objects.exclude(published_at=None).filter(round__path__startswith=OuterRef("path"))
    plans = ProposalPage.objects.live().filter(~Exists(decided), Exists(heard), decided_by__in=bodies)
    plans = plans.select_related("decided_by").defer("easy_read", "standard")
    return plans.order_by(F("decide_on").asc(nulls_last=True), "pk")


def debts_of(bodies, show=""):
    """What `bodies` (queryset of Body) owe to those who told us something. `show`: "" those that wait, soonest first,
    "late" or "answered", newest first. A queryset of Debt."""
    rows = Debt.objects.in_full().filter(body__in=bodies)
    if show == "answered":
        return rows.exclude(settled_on=None).order_by("-settled_on", "-pk")
    return rows.late_on(timezone.localdate()) if show == "late" else rows.waiting()


def not_sent():
    """Published themes of *Tell us something* that no body has to answer, oldest first. A queryset of Theme."""
    sent = Debt.objects.filter(theme=OuterRef("pk"))
    return Theme.objects.told().filter(~Exists(sent)).order_by("published_at", "pk")
