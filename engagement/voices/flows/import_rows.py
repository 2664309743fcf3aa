"""Rows of a spreadsheet as voices: some hundred at once, each with all that a voice sent alone has (R2)."""

import secrets
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.utils import timezone

from engagement.polls.flows import freeze

from ..keys import card_ideas, key_of, link_token_of, new_code, new_secret
from ..models import AboutYou, Answer, AnswerChoice, Card, Consent, ImportedRow, Support, Voice, Vote
from ..said import CHANGED_MEANWHILE
from .ease import say_many
from .sending_rows import where_put
from .visiting import stands_to

AT_ONCE = 400
HOW = "said it on a form"  # how a consent was given


def add_row_voices(sheet, rows):
    """Make a voice of each of `rows` (list of RowSaid) of a `sheet` (Import). Call it in a transaction."""
    stands = stands_to(sheet.organisation, sheet.round.proposal)
    for start in range(0, len(rows), AT_ONCE):
        add_some(sheet, rows[start : start + AT_ONCE], stands)


def add_some(sheet, rows, stands):
    """Make some voices with answers, votes, what is told of the person, consents, card and support."""
    made = [new_row_voice(sheet, row) for row in rows]
    voices = Voice.objects.bulk_create(voice for voice, _ in made)
    pairs = list(zip(voices, rows, strict=True))
    add_row_answers(pairs)
    AboutYou.objects.bulk_create(
        AboutYou(voice=voice, who=row.who, place=row.place) for voice, row in pairs if row.who or row.place
    )
    Consent.objects.bulk_create(
        Consent(voice=voice, kind=kind, how=HOW, given_at=voice.given_at)
        for voice, row in pairs
        for kind in row.consents
    )
    say_many(round=sheet.round, said=[(voice, row.ease) for voice, row in pairs if row.ease])
    add_cards(voices, [secret for _, secret in made])
    by = {"by": sheet.by, "organisation": sheet.organisation, "stands": stands}
    Support.objects.bulk_create(Support(voice=voice, started_at=voice.given_at, **by) for voice in voices)
    where = {"of": sheet, "organisation": sheet.organisation, "round": sheet.round}
    ImportedRow.objects.bulk_create(
        ImportedRow(voice=voice, key=row.key, row=row.number, **where) for voice, row in pairs
    )


def new_row_voice(sheet, row):
    """The Voice of one row, not stored yet, and the secret of its card. `row`: RowSaid."""
    secret = new_secret()
    given_at = timezone.make_aware(datetime.combine(row.day, time(12)))
    return Voice(
        round=sheet.round,
        draft_key=key_of(secret),
        channel=sheet.mapping["whole"]["channel"],
        provenance=row.provenance,
        speaking=row.speaking,
        entered_by=sheet.by,
        given_at=given_at,
        is_example=sheet.round.is_example,
        salt=secrets.token_hex(32),
    ), secret


def add_row_answers(pairs):
    """Insert what the rows say: answers, then choices and votes. `pairs`: list of (Voice, RowSaid)."""
    told = [(voice, answered) for voice, row in pairs for answered in row.answers]
    answers = Answer.objects.bulk_create(
        Answer(
            voice=voice,
            question=answered.question,
            state=answered.state,
            words=answered.words,
            summary=answered.summary,
            number=answered.number,
            given_at=voice.given_at,
        )
        for voice, answered in told
    )
    chosen, votes = [], []
    for answer, (voice, answered) in zip(answers, told, strict=True):
        poll = getattr(answered.question, "poll", None)
        for place, choice in enumerate(answered.choices, start=1):
            if poll:
                votes.append(Vote(voice=voice, poll=poll, choice=choice, given_at=voice.given_at))
            else:
                put = where_put(answered.question, place, answered.piles.get(choice, ""))
                chosen.append(AnswerChoice(answer=answer, choice=choice, **put))
    AnswerChoice.objects.bulk_create(chosen)
    Vote.objects.bulk_create(checked_votes(votes))


def checked_votes(votes):
    """`votes` (list of Vote), their polls frozen. Raises ValidationError when a poll was written anew meanwhile."""
    for poll in {vote.poll.pk: vote.poll for vote in votes}.values():
        freeze(poll=poll, at=timezone.now())
    if any(vote.choice.pk not in vote.poll.frozen_choices for vote in votes):
        raise ValidationError(CHANGED_MEANWHILE, code="changed")
    return votes


def add_cards(voices, made_from):
    """Insert a card for each of `voices`; its long link is made from a secret that is kept nowhere (docs/cards.md)."""
    codes = free_codes(len(voices))
    Card.objects.bulk_create(
        Card(
            voice=voice,
            code=code,
            pictures=card_ideas(voice.draft_key),
            link_key=key_of(link_token_of(secret)),
        )
        for voice, secret, code in zip(voices, made_from, codes, strict=True)
    )


def free_codes(count):
    """`count` (int) short codes that no card has yet. Returns a list of str."""
    found = set()
    while len(found) < count:
        tried = {new_code() for _ in range(count - len(found))}
        found |= tried - set(Card.objects.filter(code__in=tried).values_list("code", flat=True))
    return list(found)
