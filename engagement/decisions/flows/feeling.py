"""*Did this feel true?*: saying it with the card, reading its words, and forgetting them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.signals import content_changed
from engagement.heard.permissions import check_may_read
from engagement.proposals.models import RoundPage
from engagement.voices.models import Voice
from engagement.voices.permissions import TAKEN_BACK
from engagement.voices.said import TOO_LONG, clean_words

from ..felt import ASKING, standing
from ..models import Decision, FeltTrue

NO_ANSWER = "Choose your answer."
NOT_NOW = "You cannot tell us this now."
ONLY_PERSONS = "A group cannot tell us this. Each person can use their own card."
MOST_LETTERS = 1000
MOST_TIMES = 20  # changes of one card: more than anybody needs (S6)
OFTEN = "You have changed this many times. Please ask us for help."


@transaction.atomic
def say_if_it_felt_true(*, voice, answer, why="", now=None):
    """Say whether the promise of a round felt true. One answer for each card; a change is a new row.

    `voice`: the Voice whose long link was opened; `answer`: a FeltTrue.Answer; `why`: str, which may be empty. Saying
    the same again writes nothing. Returns the FeltTrue that stands. Raises ValidationError.
    """
    voice = Voice.objects.select_for_update(of=("self",)).select_related("round").get(pk=voice.pk)
    refuse_now(voice)
    why = clean_words(why)
    if answer not in FeltTrue.Answer.values:
        raise ValidationError(NO_ANSWER, code="answer")
    if len(why) > MOST_LETTERS:
        raise ValidationError(TOO_LONG, code="why")
    mine = FeltTrue.objects.filter(voice=voice)
    old = mine.current().first()
    if old and (old.answer, old.why) == (answer, why):
        return old
    if mine.count() >= MOST_TIMES:
        raise ValidationError(OFTEN, code="often")
    mine.current().update(is_current=False)
    return FeltTrue.objects.create(voice=voice, answer=answer, why=why, given_at=now or timezone.now())


def refuse_now(voice):
    """Raise ValidationError unless the person of a `voice` (Voice) is asked today."""
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    if voice.is_group:
        raise ValidationError(ONLY_PERSONS, code="group")
    plan = voice.round.proposal
    rounds = list(RoundPage.objects.child_of(plan).live()) if plan else []
    decisions = Decision.objects.published().filter(proposal=plan) if plan else []
    if standing(decisions, rounds) != ASKING:
        raise ValidationError(NOT_NOW, code="not_now")


@transaction.atomic
def read_felt(*, felt, by, may_show):
    """Say that the words of a `felt` (FeltTrue) were read, and whether they may be shown. Returns the FeltTrue.

    `by`: User. They are shown only with the person's agreement, which stands apart. Raises PermissionDenied.
    """
    check_may_read(by)
    felt.read_by, felt.read_at, felt.may_show = by, timezone.now(), may_show
    felt.save(update_fields=["read_by", "read_at", "may_show"])
    log(instance=felt, action="decisions.felt_read", user=by, data={"shown": may_show})
    content_changed.send(sender=FeltTrue)
    return felt


@transaction.atomic
def forget_felt(*, voice):
    """Erase the words of a voice that was taken back. While people are asked, its answer counts no more either."""
    mine = FeltTrue.objects.filter(voice=voice)
    if not mine.update(why="", may_show=False):
        return
    decisions = Decision.objects.published().filter(proposal=voice.round.proposal)
    if standing(decisions, []) == ASKING:
        mine.update(is_current=False)
    content_changed.send(sender=FeltTrue)
