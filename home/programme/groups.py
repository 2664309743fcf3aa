"""The workshops behind the example voices of groups: who was there, the hands, and how many agreed."""

import uuid

from django.utils import timezone

from engagement.polls.models import Choice
from engagement.voices.flows import forget_counts
from engagement.voices.keys import key_of
from engagement.voices.models import GroupSession, Hands, Tap, Voice
from engagement.voices.models.groups import KINDS

from .files import read_each
from .people import WORKS_AT
from .proposals import choice_id, question_id


def load_workshops(loading, *, users, bodies):
    """Say of each example voice of a group who was there. What is there already only moves on to its day.

    `users`: first part of the address → User; `bodies`: slug → Body.
    """
    worker, organisation = users.get("worker"), bodies.get(WORKS_AT)
    if not worker or not organisation:
        return
    for file in read_each("workshops/*.toml", data=loading.data):
        for row in file["workshop"]:
            if voice := find(row["voice"]):
                load(row, voice, worker, organisation)


def find(name):
    """The example voice of a group with this `name` (str): plan/round/voice. Returns the Voice, or None."""
    voices = Voice.objects.filter(is_group=True, taken_back_at=None).select_related("round", "group_session")
    return voices.filter(draft_key=key_of(f"example/{name}")).first()


def load(row, voice, worker, organisation):
    """Write the session of one voice, or move it on to the day that its voice has now."""
    day = timezone.localdate(voice.given_at)
    if hasattr(voice, "group_session"):
        GroupSession.objects.filter(voice=voice).update(held_on=day)
        return
    kinds = {name: row.get(name, 0) for name, _ in KINDS}
    session = GroupSession.objects.create(
        by=worker,
        organisation=organisation,
        voice=voice,
        started_at=voice.given_at,
        held_on=day,
        place=row["place"],
        facilitator=row["facilitator"],
        present=voice.people_present,
        **kinds,
    )
    round_key = row["voice"].rsplit("/", 1)[0]
    for question, hands in row["hands"].items():
        put_hands(session, round_key, question, hands)
    number_statements(voice, {question_id(round_key, name): agreed for name, agreed in row.get("agreed", {}).items()})
    forget_counts(round=voice.round)


def put_hands(session, round_key, question, hands):
    """Write the hands for one question. `hands`: dict of a choice's key or meaning to int, or of its pile to int."""
    choices = Choice.objects.filter(question__round=session.voice.round_id, ended_at=None)
    choices = choices.select_related("question").filter(question__public_id=question_id(round_key, question))
    for name, count in hands.items():
        same = choice_id(round_key, question, name)
        choice = next((c for c in choices if str(c.public_id) == same or (c.meaning and c.meaning == name)), None)
        if choice is None:  # staff took it out
            continue
        for pile, up in (count if choice.question.sorts else {"": count}).items():
            what = {"session": session, "choice": choice, "pile": pile}
            Hands.objects.create(**what, count=up, present=session.present)
            Tap.objects.create(**what, token=uuid.uuid4(), step=up, by=session.by)


def number_statements(voice, agreed):
    """Make the words of a group its first statement to each question. `agreed`: id of a question → how many."""
    for answer in voice.answers.filter(is_current=True, statement=0).exclude(words="", summary=""):
        answer.statement, answer.agreed = 1, agreed.get(str(answer.question.public_id))
        answer.save(update_fields=["statement", "agreed"])
