"""A worker tells a person what happened, and says so: one row for each news (Q16)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from ..entries import entries_of
from ..models import Told

NOT_YOURS = "You can tell news to people of your own entries only."
NOTHING_CHOSEN = "Choose what you told the person."
NO_HOW = "Choose how you told the person."
TAKEN_BACK = "The person took back what they said. There is no news for them."


@transaction.atomic
def tell_news(*, voice, by, news, how):
    """Keep that the person of a `voice` (Voice) was told. Telling the same news twice is the same as once.

    `by`: the worker (User). `news`: dict of Told.Step to the moment (datetime) of what they were told of. `how`: a
    Told.How. Returns int: how many rows are new. Raises PermissionDenied; ValidationError when nothing was chosen.
    """
    if not entries_of(by).filter(pk=voice.pk).exists():
        raise PermissionDenied(NOT_YOURS)
    if voice.taken_back_at:
        raise ValidationError(TAKEN_BACK, code="taken_back")
    if not news or not set(news) <= set(Told.Step.values):
        raise ValidationError({"step": NOTHING_CHOSEN})
    if how not in Told.How.values:
        raise ValidationError({"how": NO_HOW})
    before = Told.objects.filter(voice=voice).count()
    rows = [Told(voice=voice, step=step, news_at=at, by=by, how=how) for step, at in news.items()]
    Told.objects.bulk_create(rows, ignore_conflicts=True)
    return Told.objects.filter(voice=voice).count() - before
