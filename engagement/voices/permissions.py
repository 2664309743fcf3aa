"""When a person may answer, change or take back, each as a named question, and the kind words when not."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.log_actions import registry as log_registry

from engagement.people.roles import ADVOCACY_WORKER

CLOSED = "This has closed. You cannot send answers now."
NOT_OPEN = "This is not open yet. You cannot send answers now."
CLOSED_FOR_CHANGE = "This has closed. You cannot change your answers now."
TAKEN_BACK = "You took back what you said. You cannot change it now."
CHANGED_TOO_OFTEN = "You have changed this many times. Please ask us for help."
NOT_BY_YOU = "We cannot know which words are theirs. So we cannot give a new card."
CHANGED_SINCE = "The person changed this with their card. Please ask the Programme Management Unit for a new card."
MOST_CHANGES = 50  # rows that one voice may add to one question


def was_open(round, at):
    """Whether a `round` (RoundPage) was open on the day of `at` (datetime): cleared, its first day come.

    Its last day is open to the end.
    """
    day = timezone.localdate(at)
    return had_opened(round, day) and (round.closes_on is None or day <= round.closes_on)


def was_open_on(round, day):
    """Whether a `round` (RoundPage) was open on a `day` (date) that is not to come. Returns bool."""
    has_come = day <= timezone.localdate() and had_opened(round, day)
    return has_come and (round.closes_on is None or day <= round.closes_on)


def had_opened(round, day):
    """Whether a `round` (RoundPage) had been cleared and opened by a `day` (date). Returns bool."""
    return round.opened_on is not None and round.opened_on <= day


def has_closed(round, day=None):
    """Whether the last day of a `round` (RoundPage) was before `day` (date, today when left out). Returns bool."""
    return round.closes_on is not None and round.closes_on < (day or timezone.localdate())


def is_mid_answer(draft, now):
    """Whether the person of a `draft` (VoiceDraft) was answering earlier on this day.

    The round may be closed or taken down in the middle of a day; who was answering has until that day ends (SEAMS.md).
    """
    return timezone.localdate(draft.saved_at) == timezone.localdate(now)


def may_answer(round, now, draft=None):
    """Whether answers to a `round` (RoundPage) are taken at `now` (datetime), from a `draft` or from anybody."""
    return (round.live and was_open(round, now)) or bool(draft and is_mid_answer(draft, now))


def check_may_answer(round, now, draft=None):
    """Raise ValidationError with a kind sentence unless `may_answer`."""
    if may_answer(round, now, draft):
        return
    raise ValidationError(CLOSED if had_opened(round, timezone.localdate(now)) else NOT_OPEN, code="not_open")


def check_was_open(round, at):
    """Raise ValidationError unless `round` was open at `at` (datetime): for answers given then and typed in later."""
    if not was_open(round, at):
        raise ValidationError(CLOSED if had_opened(round, timezone.localdate(at)) else NOT_OPEN, code="not_open")


def may_change(voice, now: datetime):
    """Whether the person of a `voice` (Voice) may still change or add: it stands, and its round is open."""
    return voice.taken_back_at is None and voice.round.live and was_open(voice.round, now)


def check_may_change(voice, now):
    """Raise ValidationError with a kind sentence unless `may_change`."""
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    if not may_change(voice, now):
        raise ValidationError(CLOSED_FOR_CHANGE, code="not_open")


def may_give_new_card(user, voice):
    """Whether `user` (User) may give the person of a `voice` (Voice) a new card (docs/cards.md).

    Never for what a person sent alone: nobody can know whose it is. Else the worker who typed it in may, because that
    worker knows the person, until the person changed it: a new card would show the worker words they never read. And
    the Programme Management Unit may, for paper, the phone, and workers who have left.
    """
    if voice.entered_by_id is None:
        return False
    is_their_worker = voice.entered_by_id == user.pk and user.has_role(ADVOCACY_WORKER)
    return user.has_perm("voices.give_new_card") or (is_their_worker and not changed_with_card(voice))


def changed_with_card(voice):
    """Whether the last change of a `voice` (Voice) came by its card, and not from the worker who put it right."""
    return voice.pk in changed_with_cards([voice])


def changed_with_cards(voices):
    """As `changed_with_card` for many `voices` (list of Voice), in one query at most. Returns the set of their keys."""
    changed = {str(voice.pk): voice for voice in voices if voice.changed_at}
    if not changed:
        return set()
    model = log_registry.get_log_model_for_instance(next(iter(changed.values())))
    of_voices = {"content_type__app_label": "voices", "content_type__model": "voice", "object_id__in": changed}
    logs = model.objects.filter(**of_voices, action="voices.corrected").values_list("object_id", "timestamp")
    by_worker = {key for key, when in logs if when >= changed[key].changed_at}
    return {voice.pk for key, voice in changed.items() if key not in by_worker}


def check_may_give_new_card(user, voice):
    """Raise PermissionDenied unless `may_give_new_card`; ValidationError when the voice was taken back."""
    if not may_give_new_card(user, voice):
        is_theirs = voice.entered_by_id is not None and voice.entered_by_id == user.pk
        raise PermissionDenied(CHANGED_SINCE if is_theirs else NOT_BY_YOU)
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
