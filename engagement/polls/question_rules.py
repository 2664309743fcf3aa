"""What makes a question hard to answer honestly: warnings for its author, never a refusal (Q2, Q3, S8).

Two things in one question, "do you agree", more than 4 choices, a grid. Plain functions of the words.
"""

import re
from itertools import groupby

from easyread.lists import site_lists
from easyread.rules import WARNING, Problem, check

MOST_CHOICES = 4  # Q2
A_GRID = 3  # questions in a row that give the same choices
GRID_WORDS = re.compile(
    r"\b(?:rate|score|rank) (?:each|all|every)\b|\beach of (?:the following|these)\b|\bthe following\b", re.I
)
MANY_CHOICES = "Give 4 choices or fewer. Many choices are hard to keep in mind."
GRID_SENTENCE = "Ask about 1 thing at a time, with a question for each."
GRID = (
    "{count} questions in a row give the same choices. That is a grid, which is hard to answer. Ask them in other ways."
)


def problems_of_question(texts):
    """What is hard in one question. `texts`: dict of "text", "help" (str) and "choices" (list of str).

    Yields (name, Problem): "text", "help", or "choices-4" for the choice with this place.
    """
    for found in check(texts.get("text") or "", question=True, lists=site_lists()):
        if found.id in ("Q3", "S8"):
            yield "text", found
    yield from problems_of_asking(texts)


def problems_of_asking(texts):
    """Those of them that the kit's own rules cannot know: a grid in words, and too many choices (Q2)."""
    if match := GRID_WORDS.search(texts.get("text") or ""):
        yield "text", a_problem("grid", GRID_SENTENCE, match.group(), match.start())
    for place, words in enumerate(texts.get("choices") or []):
        if place >= MOST_CHOICES:
            yield f"choices-{place}", a_problem("many_choices", MANY_CHOICES, words)


def a_problem(rule, message, text, start=0):
    """A warning of Q2 about `text` (str), which begins at `start` (int). Returns a Problem."""
    return Problem(rule=rule, id="Q2", level=WARNING, start=start, end=start + len(text), text=text, message=message)


def notes_on(blocks):
    """What an author should look at in the questions of a round. `blocks`: StreamValue of questions.

    Returns a list with a list of sentences for each question, in their order.
    """
    notes = [[problem.message for _, problem in problems_of_question(texts_of(block))] for block in blocks]
    notes = [list(dict.fromkeys(sentences)) for sentences in notes]
    for first, count in grids(blocks):
        notes[first].append(GRID.format(count=count))
    return notes


def texts_of(block):
    """The Easy Read words of a question's block (StreamChild), as `problems_of_question` takes them. Returns a dict."""
    value = block.value
    return {"text": value["text"], "help": value["help"], "choices": [choice["text"] for choice in value["choices"]]}


def grids(blocks):
    """Where questions in a row give the same written choices: a list of (place of the first, how many), int each."""
    found, place = [], 0
    for choices, run in groupby(blocks, key=lambda block: tuple(choice["text"] for choice in block.value["choices"])):
        count = len(list(run))
        if choices and count >= A_GRID:
            found.append((place, count))
        place += count
    return found
