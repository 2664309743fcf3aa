"""A round's question blocks, read as the values of question and choice rows. Reads only; flows.py writes."""

import uuid

from engagement.proposals.blocks import says_not_sure

from .models import Choice, Question

Meaning = Choice.Meaning

NOT_SURE = "I am not sure"
THE_SAME = "They are the same to me"
READY_MADE = {
    Question.Kind.YES_NO: [("Yes", Meaning.YES), ("No", Meaning.NO), (NOT_SURE, Meaning.NOT_SURE)],
    Question.Kind.FACES: [
        ("Good", Meaning.GOOD),
        ("Some of it is good", Meaning.OK),
        ("Bad", Meaning.BAD),
        (NOT_SURE, Meaning.NOT_SURE),
    ],
}
# What stands below the two that an author wrote: whoever likes both the same is sure of it (Q5).
BELOW_A_OR_B = [(THE_SAME, Meaning.SAME), (NOT_SURE, Meaning.NOT_SURE)]
WITHOUT_CHOICES = (Question.Kind.WORDS, Question.Kind.PICK, Question.Kind.NUMBER)
# Here "I am not sure" is about the whole question, and no thing to put in order or to sort (Q5).
ONLY_WRITTEN = (Question.Kind.ORDER, Question.Kind.SORT)
# A face has its own drawing beside its word and thumb (Q4), so only these choices take a picture from the bank.
IDEAS = {Meaning.YES: "yes", Meaning.NO: "no", Meaning.SAME: "same", Meaning.NOT_SURE: "not-sure"}


def question_values(block, place):
    """The row values of one question. `block`: StreamChild. `place`: its place (int) in the round. Returns a dict."""
    value = block.value
    return {
        "kind": value["kind"],
        "text": value["text"],
        "standard_text": value["standard_text"],
        "help": value["help"],
        "picture": value["picture"],
        "sensitive": bool(value["sensitive"]),
        "opposite": bool(value.get("opposite")),
        "takes_picture": bool(value["takes_picture"]),
        "takes_sound": bool(value["takes_sound"]),
        "takes_film": bool(value["takes_film"]),
        **number_values(value),
        "sort_order": place,
        "ended_at": None,
    }


def number_values(value):
    """The unit and the limits of a number; nothing of them for any other kind. Returns a dict of row values."""
    if value["kind"] != Question.Kind.NUMBER:
        return {"unit": "", "least": None, "most": None}
    return {"unit": value.get("unit") or "", "least": value.get("least"), "most": value.get("most")}


def choice_values(block, pictures):
    """The choices of one question, in order. `block`: StreamChild. `pictures`: dict of idea to Picture.

    Returns a list of (UUID, dict of row values). "I am not sure" is always one of them (Q2), unless people write.
    """
    kind = block.value["kind"]
    if kind in WITHOUT_CHOICES:
        return []
    given = [] if kind in READY_MADE else given_choices(block, pictures)
    made = [made_choice(block, text, meaning, kind, pictures) for text, meaning in ready_made(block)]
    return [(key, values | {"sort_order": i, "ended_at": None}) for i, (key, values) in enumerate(given + made)]


def ready_made(block):
    """The choices that the product gives to a question by itself. Returns a list of (str, Choice.Meaning)."""
    if block.value["kind"] in READY_MADE:
        return READY_MADE[block.value["kind"]]
    if block.value["kind"] in ONLY_WRITTEN:
        return []
    if block.value["kind"] == Question.Kind.EITHER:
        return BELOW_A_OR_B
    return [] if writes_not_sure(block) else [(NOT_SURE, Meaning.NOT_SURE)]


def given_choices(block, pictures):
    """The choices an author wrote. Returns a list of (UUID, dict of row values)."""
    return [(as_uuid(item.id), given_choice(item.value, pictures)) for item in block.value["choices"].bound_blocks]


def given_choice(value, pictures):
    """The row values of one written choice. `value`: StructValue of a ChoiceBlock. Returns a dict."""
    meaning = Meaning.NOT_SURE if says_not_sure(value["text"]) else Meaning.PLAIN
    return {
        "text": value["text"],
        "standard_text": value["standard_text"],
        "picture": value["picture"] or pictures.get(IDEAS.get(meaning)),
        "meaning": meaning,
    }


def made_choice(block, text, meaning, kind, pictures):
    """A choice that the product gives by itself. Its id is made from the question's, so it is always the same."""
    idea = IDEAS.get(meaning) if kind != Question.Kind.FACES else None
    values = {"text": text, "standard_text": "", "picture": pictures.get(idea), "meaning": meaning}
    return uuid.uuid5(as_uuid(block.id), str(meaning)), values


def writes_not_sure(block):
    """Whether the author already wrote "I am not sure" as a choice. Returns bool."""
    return any(says_not_sure(value["text"]) for value in block.value["choices"])


def as_uuid(block_id):
    """A block's id (str) as a UUID. One that is no UUID gets one made from it, always the same."""
    try:
        return uuid.UUID(str(block_id))
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_URL, str(block_id))
