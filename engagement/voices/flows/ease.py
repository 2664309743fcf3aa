"""Was this easy or hard? Counted for the editors; which voice said what is kept nowhere."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from engagement.polls.models import Question

from ..models import EaseCount, EaseGiven

How, Part = EaseCount.How, EaseCount.Part
NOT_ONE = "Choose 1 of the answers on this page."


@transaction.atomic
def say_ease(*, voice, how):
    """Count how easy it was for the person of a `voice` (Voice). `how`: an EaseCount.How (str).

    Each voice says it once: said again, nothing is counted. Returns bool: whether it was counted. Raises
    ValidationError for anything else.
    """
    if how not in How.values:
        raise ValidationError(NOT_ONE, code="how")
    try:
        with transaction.atomic():
            EaseGiven.objects.create(voice=voice)
    except IntegrityError:  # pressed twice, or in two tabs
        return False
    count_one(voice.round_id, how=how)
    return True


@transaction.atomic
def name_hard_parts(*, voice, questions=(), parts=()):
    """Count which questions (ids) and which `parts` (of EaseCount.Part) were hard, once for each voice.

    Returns bool: whether it was counted. Raises ValidationError for what was not asked in the round.
    """
    questions = set(questions)
    asked = Question.objects.filter(round=voice.round_id, pk__in=questions).count()
    if asked != len(questions) or not set(parts) <= set(Part.values):
        raise ValidationError(NOT_ONE, code="parts")
    if not EaseGiven.objects.filter(voice=voice, named_parts=False).update(named_parts=True):
        return False
    for pk in questions:
        count_one(voice.round_id, question_id=pk)
    for part in set(parts):
        count_one(voice.round_id, part=part)
    return True


@transaction.atomic
def say_many(*, round, said):
    """Count how easy many people found a `round` (RoundPage), who answered elsewhere. `said`: list of (Voice, How).

    The voices are new: none of them was asked before.
    """
    EaseGiven.objects.bulk_create(EaseGiven(voice=voice) for voice, _ in said)
    for how, times in Counter(how for _, how in said).items():
        count_one(round.pk, times, how=how)


def count_one(round_id, times=1, **what):
    """`times` (int) more of `what` (dict: how, part or question_id) in a round. Two at once are both counted."""
    key = {"round_id": round_id, "how": "", "part": "", "question_id": None} | what
    row, is_new = EaseCount.objects.get_or_create(**key, defaults={"count": times})
    if not is_new:
        EaseCount.objects.filter(pk=row.pk).update(count=F("count") + times)
