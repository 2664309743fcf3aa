"""A rule of the site's own, shown while somebody writes."""

from wagtail import hooks

from easyread.rules import WARNING, Problem

SAY_OPEN = "Say when it is open."


@hooks.register("easyread_problems_of_part")
def say_when_it_is_open(kind, texts):
    """A problem where the words of an opening tell when it is closed."""
    start = texts.get("words", "").find("closed") if kind == "opening" else -1
    if start >= 0:
        yield "words", Problem("opening", "X1", WARNING, start, start + 6, "closed", SAY_OPEN)
