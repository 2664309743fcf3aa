"""Sorting what people said into themes."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from easyread.signals import content_changed
from engagement.voices.models import Answer

from ..models import Theme, ThemeAnswer, WhatWeHeard
from ..permissions import check_may_read
from ..reports import unread
from .counting import keep_up
from .reading import HELD_OUT

NEEDS_TITLE = "Give the theme a name."
SAME_TITLE = "This round has a theme with this name already. Choose another name."
IS_PUBLIC = "What we heard is published. Take it down first, and say why."
NOT_READ = "Read these words first. Then put them in a theme."
OTHER_ROUND = "These words are from another round. Choose words from this round."
THEME_IS_PUBLIC = "This theme is published. Take it down first, and say why."
HAS_REPLY = "A body has answered this theme. It must stay."
WAS_SENT = "This theme was sent to a body. It must stay."
WAS_PUBLIC = "Everybody could read this theme. It must stay."
IN_DRAFT = "A draft was changed because of this theme. It must stay."


@transaction.atomic
def make_theme(*, round, by, title, plain="", standard="", picture=None, answers=()):
    """Make a theme of a round and put answers in it.

    `round`: RoundPage; `by`: User; `title`, `plain`, `standard`: str; `picture`: Picture or None; `answers`: of Answer.
    Returns the Theme. Raises PermissionDenied, or ValidationError and then nothing is kept.
    """
    check_may_read(by)
    check_not_public(round)
    last = round.themes.aggregate(last=Max("sort_order"))["last"]
    place = 0 if last is None else last + 1
    theme = Theme(round=round, plain=plain.strip(), standard=standard.strip(), picture=picture, sort_order=place)
    name_theme(theme, title)
    theme.save()
    log(instance=theme, action="heard.theme_made", user=by)
    if answers:
        add_to_theme(theme=theme, answers=answers, by=by)
    return theme


@transaction.atomic
def change_theme(*, theme, by, title, plain, standard="", picture=None):
    """Write the words of a theme anew. Returns the Theme. Raises PermissionDenied, ValidationError."""
    check_may_read(by)
    check_may_change(theme)
    name_theme(theme, title)
    theme.plain, theme.standard, theme.picture = plain.strip(), standard.strip(), picture
    theme.save()
    log(instance=theme, action="heard.theme_changed", user=by)
    return theme


@transaction.atomic
def remove_theme(*, theme, by):
    """Remove a theme; what people said stays. Refused once a body answered it. Raises ValidationError."""
    check_may_read(by)
    check_may_change(theme)
    if theme.replies.exists():
        raise ValidationError(HAS_REPLY)
    if theme.debts.exists():
        raise ValidationError(WAS_SENT)
    if theme.corrections.exists():
        raise ValidationError(WAS_PUBLIC)
    if theme.changes.exists() or theme.quotes.filter(changes__isnull=False).exists():
        raise ValidationError(IN_DRAFT)
    log(instance=theme, action="heard.theme_removed", user=by)
    theme.delete()


@transaction.atomic
def add_to_theme(*, theme, answers, by):
    """Put read answers of its round in a theme; those in it stay. `answers`: of Answer. Returns how many are new."""
    check_may_read(by)
    check_not_public(theme.round)
    ids = {answer.pk for answer in answers}
    if any(answer.voice.round_id != theme.round_id for answer in answers):
        raise ValidationError(OTHER_ROUND)
    if Answer.objects.filter(pk__in=ids, held_out=True).exists():
        raise ValidationError(HELD_OUT)
    if unread(theme.round).filter(pk__in=ids).exists():
        raise ValidationError(NOT_READ)
    new = ids - set(theme.theme_answers.filter(answer__in=ids).values_list("answer", flat=True))
    ThemeAnswer.objects.bulk_create(ThemeAnswer(theme=theme, answer_id=pk, added_by=by) for pk in sorted(new))
    keep_up(theme=theme)
    _told(theme, "heard.words_added", by, len(new))
    return len(new)


@transaction.atomic
def remove_from_theme(*, theme, answers, by):
    """Take answers, and quotes of them, out of a theme. `answers`: of Answer. Returns how many were in it (int)."""
    check_may_read(by)
    check_may_change(theme)
    if theme.quotes.filter(answer__in=answers, changes__isnull=False).exists():
        raise ValidationError(IN_DRAFT)
    theme.quotes.filter(answer__in=answers).delete()
    count, _ = theme.theme_answers.filter(answer__in=answers).delete()
    _told(theme, "heard.words_removed", by, count)
    return count


def check_not_public(round):
    """Raises ValidationError while what was heard in `round` (RoundPage) is published: it is changed with a reason."""
    if WhatWeHeard.objects.filter(round=round).exclude(published_at=None).exists():
        raise ValidationError(IS_PUBLIC)


def check_may_change(theme):
    """Raises ValidationError while everybody can read a `theme` (Theme). More words may come to it all the same."""
    check_not_public(theme.round)
    if Theme.objects.filter(pk=theme.pk).exclude(published_at=None).exists():
        raise ValidationError(THEME_IS_PUBLIC)


def name_theme(theme, title):
    """Give a `theme` (Theme) its name. Raises ValidationError without one, and for a name its round has already."""
    theme.title = title.strip()
    if not theme.title:
        raise ValidationError({"title": NEEDS_TITLE})
    if Theme.objects.filter(round=theme.round, title=theme.title).exclude(pk=theme.pk).exists():
        raise ValidationError({"title": SAME_TITLE})


def _told(theme, action, by, count):
    log(instance=theme, action=action, user=by, data={"count": count})
    content_changed.send(sender=Theme)
