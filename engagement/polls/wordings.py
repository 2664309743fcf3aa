"""What people see of a question, as plain values that can be kept, compared and shown: its words and its pictures."""

import uuid

from .blocks_read import READY_MADE, WITHOUT_CHOICES, as_uuid, given_choices, question_values

LABELS = {"text": "Easy Read words", "standard_text": "Standard words", "help": "Help", "picture": "Picture"}


def wording_of_row(question):
    """The wording of a Question with its choices, as a dict for JSON. Choices that the product gives are left out."""
    written = [choice for choice in question.choices.all() if choice.ended_at is None and not is_made(question, choice)]
    written.sort(key=lambda choice: (choice.sort_order, choice.pk))
    return wording(vars_of(question), [(choice.public_id, vars_of(choice)) for choice in written])


def wording_of_block(block):
    """The wording of a question's `block` (StreamChild), as a dict for JSON."""
    values = question_values(block, 0)
    is_written = values["kind"] not in READY_MADE and values["kind"] not in WITHOUT_CHOICES
    return wording(values, given_choices(block, {}) if is_written else [])


def wording(values, choices):
    """A wording of `values` (dict of a question) and its `choices` (list of (UUID, dict)). Returns a dict."""
    return seen(values) | {"help": values["help"], "choices": [{"id": str(key)} | seen(each) for key, each in choices]}


def seen(values):
    """The words and the picture's id in `values` (dict). A picture that the product gave by itself is left out."""
    picture = None if values.get("meaning") else values["picture"]
    return {"text": values["text"], "standard_text": values["standard_text"], "picture": picture and picture.pk}


def vars_of(row):
    """A Question or Choice as a dict of the values that people see."""
    names = ("text", "standard_text", "picture", "meaning", "help")
    return {name: getattr(row, name) for name in names if hasattr(row, name)}


def is_made(question, choice):
    """Whether the product gave this `choice` (Choice) by itself: its id is made from the question's. Returns bool."""
    return bool(choice.meaning) and choice.public_id == uuid.uuid5(question.public_id, str(choice.meaning))


def same_choices(earlier, later):
    """Whether two wordings (dicts) have the same choices in the same order, whatever their words. Returns bool."""
    return [choice["id"] for choice in earlier["choices"]] == [choice["id"] for choice in later["choices"]]


def changes(earlier, later):
    """What differs between two wordings, as a list of dict with `what`, `before` and `now` (str each)."""
    found = []
    for name, label in LABELS.items():
        if earlier.get(name) != later.get(name):
            found.append({"what": label, **before_and_now(name, earlier, later)})
    for number, (old, new) in enumerate(zip(earlier["choices"], later["choices"], strict=False), start=1):
        for name in ("text", "standard_text", "picture"):
            if old[name] != new[name]:
                what = f"Choice {number}" if name == "text" else f"{LABELS[name]} of choice {number}"
                found.append({"what": what, **before_and_now(name, old, new)})
    return found


def before_and_now(name, old, new):
    """One difference as words. Pictures are named, not shown: the old one may be gone."""
    if name == "picture":
        before, now = "the old picture" if old[name] else "no picture", "a new picture" if new[name] else "no picture"
        return {"before": before, "now": now}
    return {"before": old[name] or "nothing", "now": new[name] or "nothing"}


def put_into(raw, public_id, later):
    """The raw data of a round's questions with the wording `later` in the block of `public_id` (UUID).

    `raw`: list of dict, which stays as it is. Returns a new list; the same blocks when the question is not there.
    """
    return [reworded(block, later) if as_uuid(block["id"]) == public_id else block for block in raw]


def reworded(block, later):
    """One raw `block` (dict) with the wording `later`. Returns a new dict."""
    value = block["value"] | {name: later[name] for name in ("text", "standard_text", "help", "picture")}
    new = {choice["id"]: choice for choice in later["choices"]}
    value["choices"] = [
        item | {"value": item["value"] | {name: new[key][name] for name in ("text", "standard_text", "picture")}}
        if (key := str(as_uuid(item["id"]))) in new
        else item
        for item in block["value"].get("choices") or []
    ]
    return block | {"value": value}
