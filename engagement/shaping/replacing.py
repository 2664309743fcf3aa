"""Putting other sentences in the place of one, in the raw data of Easy Read blocks. Pure Python."""

from .sentences import tidy

TEXTS = ("word", "words", "title", "good_points", "bad_points")


def says(raw, sentence):
    """Whether the raw data of blocks (list) says a `sentence` (str). Returns bool."""
    return any(sentence in map(tidy, text.splitlines()) for text in texts_of(raw))


def texts_of(raw):
    """Every text of the raw data of blocks, as an iterator of str."""
    if isinstance(raw, list):
        for item in raw:
            yield from texts_of(item)
    elif isinstance(raw, dict):
        if isinstance(raw.get("value"), str):
            yield raw["value"]
        yield from (raw[name] for name in TEXTS if isinstance(raw.get(name), str))
        for value in raw.values():
            if isinstance(value, dict | list):
                yield from texts_of(value)


def replaced(raw, sentence, others):
    """`raw` with `others` (list of str) in place of a `sentence` (str), wherever it stands. A block left empty goes."""
    if isinstance(raw, str):
        found = [line for old in raw.splitlines() for line in (others if tidy(old) == sentence else [old])]
        return "\n".join(found)
    if isinstance(raw, list):
        new = [replaced(item, sentence, others) for item in raw]
        return [item for item, old in zip(new, raw, strict=True) if item == old or not is_empty(item)]
    if isinstance(raw, dict):
        return {name: replaced_in(name, value, sentence, others) for name, value in raw.items()}
    return raw


def replaced_in(name, value, sentence, others):
    """One value of a dict: texts of people's words and what holds them; ids, kinds and pictures stay as they are."""
    if isinstance(value, str) and name not in (*TEXTS, "value"):
        return value
    return replaced(value, sentence, others)


def is_empty(block):
    """Whether a block (dict) says nothing any more. Returns bool."""
    value = block.get("value") if isinstance(block, dict) else block
    if isinstance(value, dict):
        return "words" in value and not any((value.get(name) or "").strip() for name in TEXTS)
    return isinstance(value, str) and not value.strip()
