"""Sorting in a group: for each thing three piles, and hands for each (Q7). Each person is in one pile of a thing."""

from ..models import AnswerChoice

Pile = AnswerChoice.Pile
ICONS = {Pile.LIKE: "face-good", Pile.NOT_SURE: "not-sure", Pile.DISLIKE: "face-bad"}


def things_to_sort(present, choices, rows, at):
    """Each of `choices` (list of Choice) with a tile for each pile, as a list of dict.

    `present`: how many people are here (int). `rows`: list of Hands. `at`: the button that has the focus, as it was
    sent (str).
    """
    counts = {(row.choice_id, row.pile): row.count for row in rows}
    return [
        {
            "label": choice.text,
            "picture": choice.picture,
            "left": max(present - sum(counts.get((choice.pk, pile), 0) for pile in Pile), 0),
            "tiles": [tile(choice, pile, counts.get((choice.pk, pile), 0), at) for pile in Pile],
        }
        for choice in choices
    ]


def tile(choice, pile, count, at):
    """One pile of one thing as the screen shows it. Returns a dict."""
    key = f"{choice.public_id}:{pile}"
    return {
        "key": key,
        "label": pile.label,
        "spoken": f"{choice.text}: {pile.label}",
        "picture": None,
        "icon": ICONS[pile],
        "count": count,
        "focus_up": at == f"{key} up",
        "focus_down": at == f"{key} down",
    }
