"""Rounds *What matters?* with ideas, made in few lines, for the tests of several rooms."""

import uuid

from django.utils import timezone

from engagement.heard.models import Idea, IdeaAnswer
from engagement.polls.models import Choice
from engagement.voices import flows
from engagement.voices.flows import Said, give_voice
from engagement.voices.models import Answer, Voice
from tests import factories
from tests.engagement.trail import made

WORDS = "What is your idea?"
PICK = "Which 3 ideas matter most to you?"


def make_ideas_round(*, opens=-20, closes=60, **values):
    """A round that asks for ideas, and then for 3 picks."""
    questions = [factories.question_block("words", WORDS), factories.question_block("pick", PICK)]
    return factories.make_round(kind="what_matters", opens=opens, closes=closes, questions=questions, **values)


def asked(round, kind="pick"):
    """The round's question of a `kind`."""
    return round.question_rows.get(kind=kind)


def say(round, words="More buses.", *, read=True, agree=False, **values):
    """A voice that says `words`, read by somebody. Returns its Answer."""
    voice = made.make_voice(round, words=words, question=asked(round, "words"), **values)
    if read:
        made.read(voice.said)
    if agree:
        made.agree_to_show(voice)
    return voice.said


def make_idea(round, title="More buses in the evening.", *, answers=None, shown=True, by=None, **values):
    """An idea that everybody sees, or not yet, said by one voice or by `answers`."""
    by = by or factories.make_user("Programme Management Unit")
    from engagement.heard import flows as heard

    answers = [say(round, title)] if answers is None else answers
    idea = heard.make_idea(round=round, by=by, title=title, answers=answers, **values)
    return heard.show_idea(idea=idea, by=by) if shown else idea


def make_many(round, count, *, answers=True):
    """`count` shown ideas, each with one read answer, in few queries. Returns their choices, a list."""
    question, words, user = asked(round), asked(round, "words"), factories.make_user()
    ids = [uuid.uuid4() for _ in range(count)]
    choices = Choice.objects.bulk_create(
        [Choice(question=question, public_id=key, text=f"Idea of {n}.", sort_order=n) for n, key in enumerate(ids, 1)]
    )
    ideas = Idea.objects.bulk_create(
        Idea(
            round=round,
            public_id=c.public_id,
            number=c.sort_order,
            title=c.text,
            choice=c,
            made_by=user,
            shown_at=timezone.now(),
        )
        for c in choices
    )
    if answers:
        voices = Voice.objects.bulk_create([Voice(round=round, draft_key=uuid.uuid4().hex) for _ in ids])
        said = Answer.objects.bulk_create(
            [
                Answer(voice=voice, question=words, state="answered", words=f"Idea of {n}.")
                for n, voice in enumerate(voices)
            ]
        )
        from engagement.heard.models import Reading

        Reading.objects.bulk_create(Reading(answer=answer, read_by=user, may_show=True) for answer in said)
        IdeaAnswer.objects.bulk_create(
            IdeaAnswer(idea=idea, answer=answer, added_by=user) for idea, answer in zip(ideas, said, strict=True)
        )
    return choices


def pick(round, *ideas, **how):
    """A sent voice that picked `ideas` (of Idea). Returns the Voice."""
    said = [Said(question=asked(round), choices=tuple(idea.choice for idea in ideas))]
    return give_voice(round=round, said=said, **how)


def begin(round):
    """An unsent voice and its secret."""
    return flows.start_draft(round=round)
