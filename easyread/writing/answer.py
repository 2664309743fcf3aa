"""What the editor's script gets back: plain values, ready for JSON."""

from ..lists import site_lists
from ..rules import ERROR
from .advice import levels_of, next_step
from .counting import length_of
from .finding import find
from .leaving import key_of, parted
from .meanings import known_meanings, meaning_to_add, offers_for


def answer_about(fields, *, alone=False):
    """What is hard in `fields` (list of Field), how long they are, and what to do next.

    `alone`: they are no page, but a few fields of a form. Returns a dict.
    """
    lists = site_lists()
    texts = {field.name: field.text for field in fields}
    found, left = parted(find(fields, lists), texts)
    problems, meanings = {field.name: [] for field in fields}, known_meanings(fields, lists)
    for one in found:
        problems[one.name].append(as_sent(one, texts, meanings))
    return {
        "problems": problems,
        "left": [named(one, texts) for one in left],
        "offers": offers_for(fields, lists),
        "levels": levels_of(found),
        "length": length_of(fields, alone=alone),
        "next": next_step(fields, found, alone=alone),
    }


def as_sent(one, texts, meanings):
    """A problem (Found) as a browser counts: its letters are units of UTF-16.

    `texts`: dict of names to str; `meanings`: dict of hard words to what they mean. Returns a dict.
    """
    problem, text = one.problem, texts[one.name]
    values = problem.as_dict()
    suggestions = [problem.suggestion, *getattr(problem, "choices", ())]
    values["suggestions"] = list(dict.fromkeys(one for one in suggestions if one))[:3]
    values["start"], values["end"] = units(text[: problem.start]), units(text[: problem.end])
    if added := meaning_to_add(problem, text, meanings):
        values["meaning"] = added | {"place": units(text[: added["place"]])}
    if problem.level != ERROR:
        values["leave"] = named(one, texts)
    return values


def named(one, texts):
    """By what a problem (Found) is left as it is, or looked at again. Returns a dict."""
    sentence, rule, words = key_of(one, texts)
    return {"name": one.name, "sentence": sentence, "rule": rule, "words": words}


def units(text):
    """How many units of UTF-16 a `text` (str) has. Returns int."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
