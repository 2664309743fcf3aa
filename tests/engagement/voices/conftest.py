"""What the tests of voices share."""

import pytest

from engagement.voices import flows
from tests import factories


@pytest.fixture
def questions(open_round):
    """The five questions of an open round: yes or no, a poll, several, faces, words."""
    return list(open_round.question_rows.asked().ready_to_show())


@pytest.fixture
def begun(open_round):
    """An unsent voice and its secret, as (VoiceDraft, str)."""
    return flows.start_draft(round=open_round)


@pytest.fixture
def answered(begun, questions):
    """An unsent voice with all five questions answered, as (VoiceDraft, str)."""
    draft, secret = begun
    for question in questions:
        answer(draft, question)
    return draft, secret


@pytest.fixture
def voice(answered):
    """A sent voice. `voice.secret` is the secret that its device holds."""
    sent = flows.send_voice(secret=answered[1])
    sent.secret = answered[1]
    return sent


def answer(draft, question, *, place=0, words="I want more time."):
    """Answer one question of a draft: its choice at `place`, or `words`."""
    choices = list(question.choices.all())
    flows.save_answer(
        draft=draft, question=question, choices=choices[place : place + 1], words="" if choices else words
    )


def close(round, *, days_ago=1):
    """Make a round's last day `days_ago` days before today."""
    round.closes_on = factories.today(-days_ago)
    type(round).objects.filter(pk=round.pk).update(closes_on=round.closes_on)
    return round


@pytest.fixture
def address(open_round):
    """Where the pages of answering an open round begin (str)."""
    return f"{open_round.address}answer/"


@pytest.fixture
def started(client, address):
    """A client that pressed Start."""
    client.post(address, {"go": "start"})
    return client
