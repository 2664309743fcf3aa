"""Themes of *Tell us something*: it never closes, so each theme is published by itself (docs/tell-us.md)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.wording import errors_in_words
from engagement.record.flows import append

from ..models import Correction, StartedPlan, Theme, ThemeAnswer, ThemeCorrection, ThemeCounts
from ..permissions import check_may_publish, check_may_read
from .counting import keep_count
from .publishing import NEEDS_REASON
from .theming import name_theme

IS_OUT = "This theme is published already."
IS_NOT_OUT = "This theme is not published."
NOT_ALONE = "This round closes. Its themes are published together when it has closed."
NEEDS_WORDS = "Write what people said in Easy Read first."
NEEDS_VOICES = "Put what people said in this theme first."
NOT_LIVE = "Publish the plan first. Then people can read it."
SAME_PLAN = "This plan is named here already."


def reasons_not_to_publish_theme(theme):
    """Why a `theme` (Theme) of *Tell us something* cannot be published yet, as a list of Easy Read sentences."""
    if not theme.round.is_always_open:
        return [NOT_ALONE]
    reasons = [] if theme.plain.strip() else [NEEDS_WORDS]
    if not ThemeAnswer.objects.filter(theme=theme, answer__is_current=True, answer__voice__taken_back_at=None).exists():
        reasons.append(NEEDS_VOICES)
    return reasons + not_easy(f"{theme.title}\n{theme.plain}")


def not_easy(words):
    """What the rules find wrong in `words` (str), as a list of sentences."""
    return [f"“{error.text}”: {error.message}" for error in errors_in_words(words)]


@transaction.atomic
def publish_theme(*, theme, by, at=None):
    """Let everybody read a theme of *Tell us something*. `at`: datetime, now when left out.

    How many voices said so is kept as of that day. Returns the Theme. Raises PermissionDenied, or ValidationError with
    one sentence for each thing that is missing.
    """
    check_may_publish(by)
    _look_again(theme)
    if theme.published_at:
        raise ValidationError(IS_OUT)
    if reasons := reasons_not_to_publish_theme(theme):
        raise ValidationError(reasons)
    theme.published_at, theme.published_by = at or timezone.now(), by
    theme.save(update_fields=["published_at", "published_by"])
    keep_count(theme=theme, day=timezone.localdate(theme.published_at))
    log(instance=theme, action="heard.theme_published", user=by)
    _record(theme, "theme.published", theme.published_at)
    return theme


@transaction.atomic
def correct_theme(*, theme, by, reason, title, plain, standard="", at=None):
    """Put the words of a published theme right, at once and with a public reason. Returns the ThemeCorrection."""
    check_may_publish(by)
    if not (title.strip() and plain.strip()):
        raise ValidationError({"plain": NEEDS_WORDS})
    if wrong := not_easy(f"{title}\n{plain}"):
        raise ValidationError({"plain": wrong})
    correction = _because(theme, by, reason, Correction.Kind.PUT_RIGHT, at)
    name_theme(theme, title)
    theme.plain, theme.standard = plain.strip(), standard.strip()
    theme.save(update_fields=["title", "plain", "standard"])
    log(instance=theme, action="heard.theme_corrected", user=by)
    _record(theme, "theme.corrected", at)
    return correction


@transaction.atomic
def take_down_theme(*, theme, by, reason, at=None):
    """Take a published theme down, at once and with a public reason. What a body owes about it stays owed.

    Returns the ThemeCorrection. Raises PermissionDenied, ValidationError.
    """
    check_may_publish(by)
    correction = _because(theme, by, reason, Correction.Kind.TAKEN_DOWN, at)
    theme.published_at = theme.published_by = None
    theme.save(update_fields=["published_at", "published_by"])
    ThemeCounts.objects.filter(theme=theme).delete()
    log(instance=theme, action="heard.theme_taken_down", user=by)
    _record(theme, "theme.taken_down", at)
    return correction


@transaction.atomic
def start_plan(*, theme, proposal, by, at=None):
    """Say that a live plan began with a published theme, so that every card behind it leads there.

    `theme`: Theme; `proposal`: ProposalPage; `at`: datetime. Returns the StartedPlan. Raises ValidationError.
    """
    check_may_read(by)
    _look_again(theme)
    if not theme.published_at:
        raise ValidationError(IS_NOT_OUT)
    if not proposal.live:
        raise ValidationError({"proposal": NOT_LIVE})
    if theme.started.filter(proposal=proposal).exists():
        raise ValidationError({"proposal": SAME_PLAN})
    started = StartedPlan.objects.create(theme=theme, proposal=proposal, linked_by=by, linked_at=at or timezone.now())
    log(instance=theme, action="heard.plan_started", user=by)
    _record(theme, "theme.began_plan", at, plan=str(proposal.public_id))
    return started


def _look_again(theme):
    """Read from the database whether it is out, so that pressing twice at once is seen."""
    theme.refresh_from_db(fields=["published_at"], from_queryset=Theme.objects.select_for_update(of=("self",)))


def _because(theme, by, reason, kind, at):
    _look_again(theme)
    if not theme.published_at:
        raise ValidationError(IS_NOT_OUT)
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    if wrong := not_easy(reason):
        raise ValidationError({"reason": wrong})
    made_at = at or timezone.now()
    return ThemeCorrection.objects.create(theme=theme, kind=kind, reason=reason.strip(), made_by=by, made_at=made_at)


def _record(theme, fact, at, **facts):
    day, round = timezone.localdate(at) if at else None, theme.round
    data = {"round": str(round.public_id)} | facts
    append(fact=fact, subject=theme.public_id, data=data, day=day, example=round.is_example)
