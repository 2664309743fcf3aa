"""What the tests of pictures, sounds and films share."""

import pytest

from engagement.voices import flows
from tests.easyread.media import made


@pytest.fixture
def questions(open_round):
    """The five questions of an open round: yes or no, a poll, several, faces, words."""
    return list(open_round.question_rows.asked().ready_to_show())


@pytest.fixture
def in_words(questions):
    """The question that people answer in their own words."""
    return next(question for question in questions if not question.has_choices)


@pytest.fixture
def begun(open_round):
    """An unsent voice and its secret, as (VoiceDraft, str)."""
    return flows.start_draft(round=open_round)


@pytest.fixture
def give(begun, in_words):
    """Gives a picture, a sound or a film to the question in words: give("picture"). Returns the Attachment."""

    def give(kind="picture", file=None, question=in_words, draft=begun[0]):
        file = file or {"picture": made.picture, "sound": made.sound, "film": made.film}[kind]()
        return flows.attach(draft=draft, question=question, kind=kind, file=file, address="192.0.2.1")

    return give


@pytest.fixture
def voice(begun, give):
    """A sent voice with a picture and a sound and no words. `voice.secret` is what its device holds."""
    give("picture")
    give("sound")
    flows.save_about(draft=begun[0], picture=True)
    sent = flows.send_voice(secret=begun[1])
    sent.secret = begun[1]
    return sent
