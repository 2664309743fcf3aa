"""Showing words of people under a theme: read, allowed, with consent, and exactly as they were said."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from engagement.voices.models import Consent

from ..models import Quote
from ..permissions import check_may_read
from ..reports import words_to_show
from .reading import HELD_OUT, flat, look_again, refuse_summary
from .theming import IN_DRAFT, check_not_public

NO_CONSENT = "The person did not agree to show these words."
TAKEN_BACK = "The person took these words back or changed them."
MAY_NOT_SHOW = "These words may not be shown. Somebody must read them first and allow it."
NOT_EXACT = "Use the words exactly as the person said them."
NOT_IN_THEME = "Put these words in the theme first."
NO_EXACT_WORDS = "Only the summary of a supporter is here. It is never shown as words of the person."
NO_WORDS = "Choose which words to show."


@transaction.atomic
def pick_quote(*, theme, answer, by, words=""):
    """Show words of an answer under a theme.

    `theme`: Theme; `answer`: Answer in it; `by`: User; `words`: an exact part of the words that may be shown, or empty
    for all of them. Picking again replaces the quote of that answer. Returns the Quote.
    Raises PermissionDenied, ValidationError.
    """
    check_may_read(by)
    check_not_public(theme.round)
    allowed = _check(theme, answer)
    words = (words or allowed).strip()
    if not words:
        raise ValidationError({"words": NO_WORDS})
    refuse_summary(answer, words, "words")
    if flat(words) not in flat(allowed):
        raise ValidationError({"words": NOT_EXACT})
    last = theme.quotes.aggregate(last=Max("sort_order"))["last"] or 0
    quote, _ = Quote.objects.update_or_create(
        theme=theme, answer=answer, defaults={"words": words}, create_defaults={"words": words, "sort_order": last + 1}
    )
    log(instance=theme, action="heard.quote_picked", user=by)
    return quote


@transaction.atomic
def drop_quote(*, quote, by):
    """Show a quote no longer. It may go at any time, also from a published account. Raises ValidationError."""
    check_may_read(by)
    if quote.changes.exists():
        raise ValidationError(IN_DRAFT)
    log(instance=quote.theme, action="heard.quote_dropped", user=by)
    quote.delete()


def _check(theme, answer):
    """Refuse words that may not be quoted. Returns those that may, as str."""
    look_again(answer)
    if answer.voice.taken_back_at or not answer.is_current:
        raise ValidationError(TAKEN_BACK)
    if answer.held_out:
        raise ValidationError(HELD_OUT)
    if not theme.theme_answers.filter(answer=answer).exists():
        raise ValidationError(NOT_IN_THEME)
    if not has_agreed(answer):
        raise ValidationError(NO_CONSENT)
    if not answer.words:
        raise ValidationError(NO_EXACT_WORDS)
    allowed = words_to_show(answer)
    if not allowed:
        raise ValidationError(MAY_NOT_SHOW)
    return allowed


def has_agreed(answer):
    """Whether the person of an `answer` (Answer) agrees that their words are shown (3.7). Returns bool."""
    return answer.voice.consents.filter(kind=Consent.Kind.PUBLISH, withdrawn_at=None).exists()
