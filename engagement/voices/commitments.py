"""What the record holds of a voice: a salted hash of all it says, which tells nothing and can be checked (6.10)."""

from engagement.record import sealing

SOME = ("summary", "provenance", "statement", "agreed")  # what only some answers have; older facts have none of it


def content_of(voice):
    """All that a `voice` (Voice) says, as a dict of plain values."""
    return {
        "voice": str(voice.public_id),
        "round": str(voice.round.public_id),
        "channel": voice.channel,
        "provenance": voice.provenance,
        "answers": sorted((said(answer) for answer in current(voice.answers)), key=order_of),
        "votes": sorted([str(v.poll.question.public_id), str(v.choice.public_id)] for v in current(voice.votes)),
        **hands_of(voice),
    }


def hands_of(voice):
    """The hands and the people of a group's `voice`, as a dict of plain values; empty for one of a person."""
    session = getattr(voice, "group_session", None) if voice.is_group else None
    if session is None:
        return {}
    up = [row for row in session.hands.all() if row.count]
    hands = [[str(row.choice.public_id), *([row.pile] if row.pile else []), row.count] for row in up]
    return {"present": session.present, "hands": sorted(hands)}


def order_of(row):
    """Where an answer stands among those of its voice: by question, and a group's statements in their order."""
    return row["question"], row.get("statement", 0)


def said(answer):
    """One answer as a dict of plain values; what only some have is there only then, as older facts have none of it."""
    some = {name: getattr(answer, name) for name in SOME if getattr(answer, name)}
    return {
        "question": str(answer.question.public_id),
        "state": answer.state,
        "words": answer.words,
        "choices": sorted(str(chosen.choice.public_id) for chosen in answer.chosen.all()),
        **some,
        **arranged(answer),
        **({"attached": sorted(row.sha256 for row in answer.attachments.all())} if answer.attached else {}),
    }


def arranged(answer):
    """The number, the order, the piles, and how the page was turned: each only where there is one. Returns a dict."""
    rows = list(answer.chosen.all())
    parts = {
        "number": None if answer.number is None else f"{answer.number:.2f}",
        "places": sorted([row.place, str(row.choice.public_id)] for row in rows if row.ranked) or None,
        "piles": sorted([str(row.choice.public_id), row.pile] for row in rows if row.pile) or None,
        "turned": answer.turned,
    }
    return {name: value for name, value in parts.items() if value is not None}


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
