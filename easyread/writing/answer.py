"""What the editor's script gets back: plain values, ready for JSON."""

from .advice import levels_of, next_step
from .counting import length_of
from .finding import find


def answer_about(fields):
    """What is hard in `fields` (list of Field), how long they are, and what to do next. Returns a dict."""
    found = find(fields)
    text = {field.name: field.text for field in fields}
    problems = {field.name: [] for field in fields}
    for one in found:
        problems[one.name].append(as_sent(one.problem, text[one.name]))
    return {
        "problems": problems,
        "levels": levels_of(found),
        "length": length_of(fields)._asdict(),
        "next": next_step(fields, found),
    }


def as_sent(problem, text):
    """A `problem` (Problem) in a `text` (str) as a browser counts: its letters are units of UTF-16. Returns a dict."""
    values = problem.as_dict()
    suggestions = [problem.suggestion, *getattr(problem, "choices", ())]
    values["suggestions"] = list(dict.fromkeys(one for one in suggestions if one))[:3]
    values["start"], values["end"] = units(text[: problem.start]), units(text[: problem.end])
    return values


def units(text):
    """How many units of UTF-16 a `text` (str) has. Returns int."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
