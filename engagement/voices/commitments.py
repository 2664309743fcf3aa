"""What the record holds of a voice: a salted hash of all it says, which tells nothing and can be checked (6.10)."""

from engagement.record import sealing


def content_of(voice):
    """All that a `voice` (Voice) says, as a dict of plain values."""
    return {
        "voice": str(voice.public_id),
        "round": str(voice.round.public_id),
        "channel": voice.channel,
        "provenance": voice.provenance,
        "answers": sorted((said(answer) for answer in current(voice.answers)), key=lambda row: row["question"]),
        "votes": sorted([str(v.poll.question.public_id), str(v.choice.public_id)] for v in current(voice.votes)),
    }


def said(answer):
    """One answer as a dict of plain values; a supporter's summary only where there is one, as older facts have none."""
    summary = {"summary": answer.summary} if answer.summary else {}
    return {
        "question": str(answer.question.public_id),
        "state": answer.state,
        "words": answer.words,
        "choices": sorted(str(chosen.choice.public_id) for chosen in answer.chosen.all()),
        **summary,
    }


def current(rows):
    """Those of a voice's answers or votes that stand, from rows that were fetched already."""
    return [row for row in rows.all() if row.is_current]


def commitment_of(voice):
    """What the record holds of a `voice` (Voice): 64 hexadecimal digits.

    "" when the person took their words back: without the salt nothing can be proved, and nothing should be.
    """
    if not voice.salt:
        return ""
    return sealing.commitment_of(salt=voice.salt, content=content_of(voice))
