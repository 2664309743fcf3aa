"""Making up voices in great numbers, to see how the site does with them. Each says that it is an example."""

import random
import secrets
import uuid
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from easyread.signals import content_changed
from engagement.polls.flows import freeze
from engagement.polls.models import Question

from ..models import Answer, AnswerChoice, Voice, Vote
from ..models.voices import Speaking
from ..picking import offered
from .bulk_rows import insert, new_keys
from .closing import forget_counts

MADE = "made-"  # how the draft_key of a made-up voice begins
AT_ONCE = 5_000  # voices written in one go: memory stays flat whatever the count
NOT_AN_EXAMPLE = "This round is not an example. Made-up voices are only for examples."
NOT_HERE = "There are no made-up voices on a real site."
ALWAYS = {"is_example": True, "recorded": True}  # "recorded": nothing of them waits to go on the public record
WHOSE = {"own_words": 70, "read_back": 14, "summary": 8, "observed": 3, "someone_else": 5}
WHO = dict.fromkeys(Speaking.values, 1) | {"learning_disability": 5, "autistic": 4, "carer": 2}
HOW = {"online": 6, "worker": 2, "paper": 1, "phone": 1}
STATES = {"answered": 90, "skipped": 6, "not_sure": 4}
WORDS = (
    "I want to choose who supports me.",
    "The bus does not come on Sundays.",
    "I like it when people explain things to me.",
    "I need more time to think.",
    "My friend helps me. I want that to stay.",
    "Please tell me before things change.",
)


def check_may_make(round):
    """Raise ValidationError unless made-up voices may be put into `round` (RoundPage): never among real ones."""
    if not settings.DEMO_ALLOWED:
        raise ValidationError(NOT_HERE, code="real_site")
    if not round.is_example:
        raise ValidationError(NOT_AN_EXAMPLE, code="real_round")


def make_voices(*, round, count, seed=None):
    """Put `count` (int) made-up voices into `round` (RoundPage), some thousands at a time.

    `seed`: the same number makes the same choices again. Yields int: how many are made so far. They are marked as
    examples, hold no card, and are kept off the public record. Raises ValidationError.
    """
    check_may_make(round)
    chance = random.Random(seed)
    questions = list(round.question_rows.asked().ready_to_show())
    made = 0
    while made < count:
        made += make_some(round, questions, min(AT_ONCE, count - made), chance)
        yield made
    forget_counts(round=round)
    content_changed.send(sender=Voice)


@transaction.atomic
def make_some(round, questions, count, chance):
    """Write `count` voices with all that they say. `chance`: random.Random. Returns int: how many."""
    keys, moments = new_keys(Voice, count), made_moments(round, count, chance)
    how, whose, who = some_of(HOW, count, chance), some_of(WHOSE, count, chance), some_of(WHO, count, chance)
    made = [(uuid.UUID(int=chance.getrandbits(128), version=4), f"{MADE}{secrets.token_hex(24)}") for _ in keys]
    told = zip(keys, made, how, whose, who, moments, strict=True)
    insert(
        Voice,
        ("id", "public_id", "draft_key", "channel", "provenance", "speaking", "given_at", *ALWAYS, "round_id"),
        ((key, *ids, *rest, *ALWAYS.values(), round.pk) for key, ids, *rest in told),
    )
    for question in questions:
        make_answers(question, keys, moments, chance)
    return count


def some_of(weights, count, chance):
    """`count` keys of `weights` (dict of value to int), each as likely as its weight. Returns a list."""
    return chance.choices(list(weights), list(weights.values()), k=count)


def made_moments(round, count, chance):
    """Moments while the round was open. Returns a list of datetime."""
    first, today = round.opens_on, timezone.localdate()
    days = max((min(round.closes_on or today, today) - first).days, 0) + 1
    start = timezone.make_aware(datetime.combine(first, time(8)))
    given = (start + timedelta(days=chance.randrange(days), minutes=chance.randrange(720)) for _ in range(count))
    return [min(moment, timezone.now()) for moment in given]


def make_answers(question, voices, moments, chance):
    """Write every voice's answer to one `question` (Question), with its choices or its vote. `voices`: list of keys."""
    keys, states = new_keys(Answer, len(voices)), some_of(STATES, len(voices), chance)
    words = [said(question, state, chance) for state in states]
    numbers = [number_of(question, state, chance) for state in states]
    public = [uuid.UUID(int=chance.getrandbits(128), version=4) for _ in keys]
    insert(
        Answer,
        ("id", "public_id", "voice_id", "state", "words", "number", "given_at", "question_id"),
        (row + (question.pk,) for row in zip(keys, public, voices, states, words, numbers, moments, strict=True)),
    )
    if choices := choices_to_make(question):
        liked = dict(zip(choices, (chance.randint(1, 5) for _ in choices), strict=True))
        answered = [n for n, state in enumerate(states) if state == Answer.State.ANSWERED]
        store_chosen(
            question, [(keys[n], voices[n], moments[n], made_choices(question, liked, chance)) for n in answered]
        )


def choices_to_make(question):
    """What made-up answers can choose: the question's choices, or the ideas that can be picked. A list of keys."""
    if question.picks_ideas:
        return [pk for pk, _ in offered(question)]
    return [choice.pk for choice in question.choices.all()]


def said(question, state, chance):
    """The words of one made-up answer; none where people choose, or did not answer."""
    if question.kind != Question.Kind.WORDS or state != Answer.State.ANSWERED:
        return ""
    return chance.choice(WORDS)


def number_of(question, state, chance):
    """The amount of one made-up answer, between the question's limits; None where people give none. Returns Decimal."""
    if not question.takes_number or state != Answer.State.ANSWERED:
        return None
    least, most = int(question.least or 0), int(question.most or 100)
    return Decimal(chance.randint(least, max(least, chance.randint(least, most))))


def made_choices(question, liked, chance):
    """What a made-up answer chooses: one, up to three of several, or all in an order. `liked`: dict of key to int.

    Returns a list of keys, each once.
    """
    if question.puts_in_order or question.sorts:
        return sorted(liked, key=lambda key: chance.random() ** (1 / liked[key]), reverse=True)
    return list(dict.fromkeys(some_of(liked, chance.randint(1, 3) if question.takes_many else 1, chance)))


def store_chosen(question, chosen):
    """Write what was chosen: votes in a poll, else choices. `chosen`: list of (answer, voice, moment, choices)."""
    poll = getattr(question, "poll", None)
    if poll is None:
        rows = (
            (answer, choice, *put)
            for answer, _, _, choices in chosen
            for (choice, put) in zip(choices, made_places(question, choices), strict=True)
        )
        return insert(AnswerChoice, ("answer_id", "choice_id", "place", "ranked", "pile"), rows)
    freeze(poll=poll)
    rows = ((voice, poll.pk, choice, moment) for _, voice, moment, choices in chosen for choice in choices)
    return insert(Vote, ("voice_id", "poll_id", "choice_id", "given_at"), rows)


def made_places(question, choices):
    """Where each of `choices` (list of keys) of a made-up answer stands: a list of (place, ranked, pile).

    What comes first in a made-up order is liked, and what comes last is not.
    """
    if question.picks_ideas or question.puts_in_order:
        return [(place, question.puts_in_order, "") for place in range(1, len(choices) + 1)]
    if not question.sorts:
        return [(None, False, "")] * len(choices)
    piles = list(AnswerChoice.Pile)
    return [(None, False, str(piles[place * len(piles) // len(choices)])) for place in range(len(choices))]


@transaction.atomic
def remove_made_voices(*, round):
    """Remove every voice of a round that `make_voices` made. Returns int: how many. Raises ValidationError."""
    check_may_make(round)
    voices = Voice.objects.filter(round=round, draft_key__startswith=MADE)
    removed = voices.count()
    Vote.objects.filter(voice__in=voices)._raw_delete(voices.db)
    AnswerChoice.objects.filter(answer__voice__in=voices)._raw_delete(voices.db)
    Answer.objects.filter(voice__in=voices)._raw_delete(voices.db)
    voices._raw_delete(voices.db)
    forget_counts(round=round)
    content_changed.send(sender=Voice)
    return removed
