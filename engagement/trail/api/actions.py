"""What must happen because of a decision, as open data: who does what by when, and what was done."""

from datetime import date

from ninja import Schema

from easyread.blocks import lines

from .lists import Named, named


class UpdateOut(Schema):
    """What was done about an action, or why not."""

    happened_on: date
    state: str
    words: list[str]


class ActionOut(Schema):
    """Who does what by when, and how it stands today."""

    id: str
    what: str
    owner: Named
    owner_role: str
    due_on: date
    state: str
    updates: list[UpdateOut]


def action_out(action):
    """An Action as the values of an ActionOut."""
    updates = [
        {"happened_on": update.happened_on, "state": update.state, "words": lines(update.words)}
        for update in action.updates.all()
    ]
    return {
        "id": str(action.public_id),
        "what": action.what,
        "owner": named(action.owner),
        "owner_role": action.owner_role,
        "due_on": action.due_on,
        "state": action.state,
        "updates": updates,
    }
