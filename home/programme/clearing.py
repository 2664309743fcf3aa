"""Removing the demo: everything that hangs on an example plan, and what `--demo` made besides."""

from collections import Counter

from django.db.models import Q
from django.db.models.deletion import ProtectedError

from easyread.models import CheckSitting, Film
from easyread.models import Correction as PageCorrection
from engagement.bodies.models import BodyQuestion, Invite, Meeting, PlaceHolder, SafeguardingLead
from engagement.decisions.models import Action, Debt, DebtAnswer, Decision, Update
from engagement.heard.models import Correction, Idea, StartedPlan, Theme, ThemeCorrection, WhatWeHeard
from engagement.people.models import User
from engagement.proposals.models import ProposalPage, RoundPage
from engagement.shaping.models import Change, Comment, Draft, Workshop
from engagement.voices.models import Concern, Import, Voice
from home.models import LoadedRow

from .loading import Loading
from .safety import INVITED
from .tell_us import load_tell_us


def clear_demo():
    """Remove every example plan with all that was said, heard and decided about it, and the demo's sign-ins.

    What visitors of the demo said goes too. The register and the site's own pages stay, and the draft of *Tell us
    something* is made anew; so does the public record, which only grows.
    Returns a Counter of what was removed, by name.
    """
    plans = ProposalPage.objects.filter(is_example=True)
    alone = RoundPage.objects.filter(made_up=True)
    below = [page.pk for plan in plans for page in plan.get_children()]
    rounds = RoundPage.objects.filter(pk__in=[*below, *alone.values_list("pk", flat=True)])
    removed = Counter()
    for rows in _left_to_right(plans, rounds):
        removed[rows.model._meta.verbose_name_plural.lower()] += rows.count()
        rows.delete()
    for page in plans:
        page.delete()
        removed["plans"] += 1
    forget_examples(alone)
    BodyQuestion.objects.filter(meeting__is_example=True).delete()
    PlaceHolder.objects.filter(holder__in=_loaded_users()).delete()
    Meeting.objects.filter(is_example=True, decisions=None).delete()
    CheckSitting.objects.filter(is_example=True).delete()
    SafeguardingLead.objects.filter(user__in=_loaded_users()).delete()
    Invite.objects.filter(email=INVITED).delete()
    Film.objects.filter(made_by__in=_loaded_users()).delete()  # nobody real is in them
    removed["sign-ins"] = _clear_sign_ins()
    LoadedRow.objects.filter(is_demo=True).delete()
    load_tell_us(Loading())
    return removed


def _left_to_right(plans, rounds):
    """What stands on the plans, in an order in which nothing is removed before what points at it."""
    decisions = Decision.objects.filter(Q(proposal__in=plans) | Q(meeting__is_example=True))
    yield Update.objects.filter(action__decision__in=decisions)
    yield Action.objects.filter(decision__in=decisions)
    decisions.update(answers=None)  # a correction protects what it corrects
    yield decisions
    debts = Debt.objects.filter(theme__round__in=rounds)
    yield DebtAnswer.objects.filter(debt__in=debts)
    debts.update(came_from=None)  # what was handed on protects what it came from
    yield debts
    yield StartedPlan.objects.filter(theme__round__in=rounds)
    yield ThemeCorrection.objects.filter(theme__round__in=rounds)
    yield Change.objects.filter(draft__proposal__in=plans)
    yield Comment.objects.filter(draft__proposal__in=plans)
    yield Workshop.objects.filter(proposal__in=plans)
    yield Draft.objects.filter(proposal__in=plans)
    yield Correction.objects.filter(what_we_heard__round__in=rounds)
    yield WhatWeHeard.objects.filter(round__in=rounds)
    yield Idea.objects.filter(round__in=rounds)
    yield Theme.objects.filter(round__in=rounds)
    yield Import.objects.filter(round__in=rounds)
    yield Concern.objects.filter(Q(round__in=rounds) | Q(is_example=True))
    yield Voice.objects.filter(round__in=rounds)
    yield PageCorrection.objects.filter(page__in=[*plans, *rounds])


def forget_examples(pages):
    """Remove example `pages` (queryset of RoundPage) that stand alone. Loading again makes each anew, as a draft."""
    keys = list(pages.values_list("pk", flat=True))
    for page in pages:
        page.delete()
    LoadedRow.objects.filter(model__app_label="proposals", model__model="roundpage", object_pk__in=keys).delete()


def _clear_sign_ins():
    """Remove the demo's users; one that real work names can only be switched off. Returns how many (int)."""
    users = list(_loaded_users())
    for user in users:
        try:
            user.delete()
        except ProtectedError:
            user.is_active = False
            user.save(update_fields=["is_active"])
    return len(users)


def _loaded_users():
    """The demo's users. A queryset of User."""
    loaded = LoadedRow.objects.filter(is_demo=True, model__app_label="people", model__model="user")
    return User.objects.filter(pk__in=loaded.values("object_pk"))
