"""Changing and adding while the round is open: a new row each time; the old one stays and no longer counts."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from easyread.signals import content_changed

from ..given import NOTHING_ARRANGED, Given
from ..models import Answer, Concern, Voice, Vote
from ..permissions import CHANGED_TOO_OFTEN, MOST_CHANGES, check_may_change
from ..said import WITHOUT_ANSWER, clean_words
from ..words_that_worry import is_worrying
from .attached_sent import carry_over
from .sending_rows import add_choices, store_choices

NOT_FOR_GROUPS = "This is what a group said. Please ask the worker who was there to change it."


@transaction.atomic
def change_answer(*, voice, question, state="", now=None, **answer):
    """Answer one question of a sent voice anew, until the round closes (6.2).

    `voice`: Voice. `question`: Question. The rest as in `save_answer`: a supporter's summary of what was said before
    stays with the old row, unless it is given again, and so does whose words they were. The same answer again writes
    nothing. Returns the Answer that stands now. Raises ValidationError when it is too late or no answer.
    """
    now = now or timezone.now()
    voice = locked(voice)
    check_may_change(voice, now)
    refuse_group(voice)
    given = Given.of(question, state=state, **answer)
    old = voice.answers.filter(question=question, is_current=True).first()
    attached = bool(old and old.attached)
    state = given.checked_state(question, state, attached=attached)
    if old and is_same(voice, old, given.written(state), given):
        return old
    answer = replace_answer(voice, question, state, given, now)
    if attached:
        carry_over(old, answer)
    return answer


@transaction.atomic
def add_words(*, voice, question, words, now=None):
    """Add words to what a sent voice said to one question; what was said before stays. Returns the Answer."""
    old = voice.answers.filter(question=question, is_current=True).prefetch_related("chosen__choice").first()
    added = clean_words(words)
    if not added:
        raise ValidationError("Type your words first.", code="words")
    kept = kept_of(old) if old else {}
    votes = [vote.choice for vote in voice.votes.filter(poll__question=question, is_current=True)]
    kept["choices"] = [*kept.get("choices", ()), *votes]
    together = f"{old.words}\n{added}" if old and old.words else added
    return change_answer(voice=voice, question=question, words=together, now=now, **kept)


def kept_of(old):
    """What stays of an `old` Answer when words are added to it: all that was given besides words. Returns a dict."""
    rows = sorted(old.chosen.all(), key=lambda row: (row.place or 0, row.pk))
    kept = {name: getattr(old, name) for name in ("summary", "provenance", "number", "turned")}
    kept["piles"] = {row.choice: row.pile for row in rows if row.pile}
    return kept | {"choices": [row.choice for row in rows]}


def locked(voice):
    """The voice as it is now, held until this transaction ends, so that two changes at once follow each other."""
    return Voice.objects.select_for_update(of=("self",)).select_related("round").get(pk=voice.pk)


def is_same(voice, old, written, given):
    """Whether an answer says what the `old` one says: pressing twice then gives one row. Returns bool.

    `written`: dict of an Answer's values. `given`: Given, with what was chosen.
    """
    chosen = [] if written["state"] in WITHOUT_ANSWER else given.choices
    places = enumerate(chosen, start=1) if old.question.puts_in_order else ((None, choice) for choice in chosen)
    wanted = {(choice.pk, place, str(given.piles.get(choice, ""))) for place, choice in places}
    rows = old.chosen.values_list("choice", "place", "ranked", "pile")
    stands = {(choice, place if ranked else None, pile) for choice, place, ranked, pile in rows}
    votes = voice.votes.filter(poll__question=old.question_id, is_current=True).values_list("choice", flat=True)
    stands |= {(choice, None, "") for choice in votes}
    return all(getattr(old, name) == value for name, value in written.items()) and stands == wanted


def replace_answer(voice, question, state, given, now):
    """Set the old answer and vote aside and write the new ones. `given`: Given. Returns the new Answer."""
    refuse_too_many(voice, question)
    voice.answers.filter(question=question, is_current=True).update(is_current=False)
    Vote.objects.filter(voice=voice, poll__question=question, is_current=True).update(is_current=False)
    written = given.written(state) | {"turned": given.turned}
    answer = Answer(voice=voice, question=question, given_at=now, **written)
    answer.held_out = Concern.objects.holding().about(voice, question).exists()
    answer.worrying = is_worrying(answer.words, answer.summary)
    Answer.objects.bulk_create([answer])
    chosen, votes = [], []
    add_choices(answer, given.arranged() if state not in WITHOUT_ANSWER else NOTHING_ARRANGED, chosen, votes, now)
    store_choices(chosen, votes, now)
    Voice.objects.filter(pk=voice.pk).update(changed_at=now, recorded=False)
    content_changed.send(sender=Answer)  # words that were quoted may no longer stand
    return answer


def refuse_group(voice):
    """Raise ValidationError for a group's voice: it said several things, and its worker puts them right."""
    if voice.is_group:
        raise ValidationError(NOT_FOR_GROUPS, code="group")


def refuse_too_many(voice, question):
    """Raise ValidationError when a voice has changed one answer more often than anybody needs (S6)."""
    if voice.answers.filter(question=question).count() >= MOST_CHANGES:
        raise ValidationError(CHANGED_TOO_OFTEN, code="too_often")
