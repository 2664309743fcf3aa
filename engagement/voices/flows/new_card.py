"""A new card for a person who lost theirs and was helped by somebody who can know which words are theirs."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..keys import key_of, link_token_of, new_secret
from ..models import Card
from ..permissions import check_may_give_new_card
from .changing import locked


@transaction.atomic
def give_new_card(*, voice, by, now=None):
    """Give the person of a `voice` (Voice) a new long link; the old one stops. `by`: User.

    Code and pictures stay, so a paper with the code still holds. Returns the token of the new link (str): it is shown
    once and stored nowhere. The person's card tells the day. Raises PermissionDenied, ValidationError (docs/cards.md).
    """
    voice = locked(voice)
    check_may_give_new_card(by, voice)
    token = link_token_of(new_secret())
    Card.objects.filter(voice=voice).update(link_key=key_of(token), renewed_on=timezone.localdate(now))
    log(instance=voice, action="voices.new_card", user=by)
    return token
