"""Publishing what was heard; putting it right and taking it down, each with a public reason."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.record.flows import append

from ..models import Correction, Theme, ThemeCounts, WhatWeHeard
from ..permissions import check_may_publish, check_may_read
from ..reports import counts_of_themes, reasons_not_to_publish
from .counting_ideas import forget_idea_counts, keep_idea_counts
from .theming import check_not_public

IS_OUT = "What we heard is published already."
IS_NOT_OUT = "What we heard is not published."
NEEDS_REASON = "Say why in Easy Read. Everybody can read the reason."
NEEDS_WORDS = "Write what we heard in Easy Read."


@transaction.atomic
def write_what_we_heard(*, round, by, plain, standard=""):
    """Keep what was heard in a round, not published yet. Returns the WhatWeHeard. Refused when it is out."""
    check_may_read(by)
    check_not_public(round)
    words = {"plain": plain.strip(), "standard": standard.strip()}
    account, _ = WhatWeHeard.objects.update_or_create(round=round, defaults=words)
    log(instance=account, action="heard.written", user=by)
    return account


@transaction.atomic
def publish_what_we_heard(*, account, by, at=None):
    """Publish what was heard in a closed round. `account`: WhatWeHeard; `at`: datetime, now when left out.

    Refused, each reason in one sentence, while the round is open, words are unread, or a theme says nothing (6.4).
    Returns the WhatWeHeard. Raises PermissionDenied, ValidationError.
    """
    check_may_publish(by)
    _look_again(account)
    if account.published_at:
        raise ValidationError(IS_OUT)
    if reasons := reasons_not_to_publish(account):
        raise ValidationError(reasons)
    account.published_at, account.published_by = at or timezone.now(), by
    account.save()
    keep_theme_counts(round=account.round)
    keep_idea_counts(round=account.round)
    log(instance=account, action="heard.published", user=by)
    _record(account, "heard.published", at)
    return account


def keep_theme_counts(*, round):
    """Count the themes of a `round` (RoundPage) from their rows and keep that: they stand while they are published."""
    rows = counts_of_themes(Theme.objects.filter(round=round)).values()
    ThemeCounts.objects.filter(theme__round=round).delete()
    ThemeCounts.objects.bulk_create(ThemeCounts(theme_id=row.pop("pk"), **row) for row in rows)


@transaction.atomic
def correct_what_we_heard(*, account, by, reason, plain, standard="", at=None):
    """Put the words of a published account right, at once and with a public reason. Returns the Correction."""
    check_may_publish(by)
    if not plain.strip():
        raise ValidationError({"plain": NEEDS_WORDS})
    correction = _because(account, by, reason, Correction.Kind.PUT_RIGHT, at)
    account.plain, account.standard = plain.strip(), standard.strip()
    account.save()
    log(instance=account, action="heard.corrected", user=by)
    _record(account, "heard.corrected", at)
    return correction


@transaction.atomic
def take_down_what_we_heard(*, account, by, reason, at=None):
    """Take a published account down, at once and with a public reason. Returns the Correction."""
    check_may_publish(by)
    correction = _because(account, by, reason, Correction.Kind.TAKEN_DOWN, at)
    account.published_at = account.published_by = None
    account.save()
    ThemeCounts.objects.filter(theme__round=account.round).delete()
    forget_idea_counts(round=account.round)
    log(instance=account, action="heard.taken_down", user=by)
    _record(account, "heard.taken_down", at)
    return correction


def _look_again(account):
    """Read from the database whether it is out, so that pressing twice at once is seen."""
    account.refresh_from_db(fields=["published_at"], from_queryset=WhatWeHeard.objects.select_for_update())


def _because(account, by, reason, kind, at):
    _look_again(account)
    if not account.published_at:
        raise ValidationError(IS_NOT_OUT)
    if not reason.strip():
        raise ValidationError({"reason": NEEDS_REASON})
    made_at = at or timezone.now()
    return Correction.objects.create(
        what_we_heard=account, kind=kind, reason=reason.strip(), made_by=by, made_at=made_at
    )


def _record(account, fact, at):
    day = timezone.localdate(at) if at else None
    round, facts = account.round, {"themes": account.round.themes.count()}
    append(fact=fact, subject=round.public_id, data=facts, day=day, example=round.is_example)
