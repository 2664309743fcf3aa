"""The exact words shown with an idea, and the theme it leads to."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404
from wagtail.log_actions import log

from engagement.voices.models import Answer

from ..ideas import behind
from ..permissions import check_may_read
from ..reports import words_to_show
from .quoting import MAY_NOT_SHOW, NO_CONSENT, NO_EXACT_WORDS, NO_WORDS, NOT_EXACT, TAKEN_BACK, has_agreed
from .reading import HELD_OUT, flat, look_again, refuse_summary
from .theming import add_to_theme, check_not_public, make_theme

NOT_THEIR_OWN = "These are not the person’s own words. They are never shown with an idea."


@transaction.atomic
def show_words(*, idea, answer, by, words=""):
    """Show exact words of an answer with an idea: read, allowed, with consent, and only the person's own (3.2).

    `words`: an exact part of the words that may be shown; empty for all of them. Returns the IdeaAnswer.
    Raises PermissionDenied, ValidationError.
    """
    check_may_read(by)
    row = get_object_or_404(idea.idea_answers, answer=answer)
    allowed = words_allowed(answer)
    words = (words or allowed).strip()
    if not words:
        raise ValidationError({"words": NO_WORDS})
    refuse_summary(answer, words, "words")
    if flat(words) not in flat(allowed):
        raise ValidationError({"words": NOT_EXACT})
    row.words = words
    row.save(update_fields=["words"])
    log(instance=idea, action="heard.idea_words_shown", user=by)
    return row


@transaction.atomic
def hide_words(*, idea, answer, by):
    """Show words of an answer with an idea no longer; at any time."""
    check_may_read(by)
    row = get_object_or_404(idea.idea_answers, answer=answer)
    row.words = ""
    row.save(update_fields=["words"])
    log(instance=idea, action="heard.idea_words_hidden", user=by)


@transaction.atomic
def lead_to_theme(*, idea, by, theme=None):
    """Let an idea lead to a theme of its round: what stands behind it is put in the theme, so the trail goes on.

    `theme`: Theme, or None for a new one with the idea's words. Returns the Theme. Raises ValidationError.
    """
    check_may_read(by)
    check_not_public(idea.round)
    answers = list(Answer.objects.filter(pk__in=behind(idea).values("answer")).select_related("voice"))
    if theme is None:
        values = {"title": idea.title, "plain": idea.plain or idea.title, "picture": idea.picture}
        theme = make_theme(round=idea.round, by=by, answers=answers, **values)
    else:
        add_to_theme(theme=theme, answers=answers, by=by)
    idea.theme = theme
    idea.save(update_fields=["theme"])
    return theme


def words_allowed(answer):
    """The words of an `answer` (Answer) that may be shown with an idea (str). Raises ValidationError for none."""
    look_again(answer)
    if answer.voice.taken_back_at or not answer.is_current:
        raise ValidationError(TAKEN_BACK)
    if answer.held_out:
        raise ValidationError(HELD_OUT)
    if not has_agreed(answer):
        raise ValidationError(NO_CONSENT)
    if not answer.words:
        raise ValidationError(NO_EXACT_WORDS)
    if not answer.is_persons_own:
        raise ValidationError(NOT_THEIR_OWN)
    allowed = words_to_show(answer)
    if not allowed:
        raise ValidationError(MAY_NOT_SHOW)
    return allowed
