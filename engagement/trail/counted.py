"""The counted lines of a closed round, from which anyone can count its totals again, and their seal (V2).

A line says that one voice was counted, that one answered a question, or that one chose a choice. The people of
workshops and their hands have a line for each number that is public, in the words in which it is. Nothing holds two of
them together, and the lines stand in the order of their letters: so they say what the totals say, and nothing more.
"""

import hashlib

from engagement.record.sealing import canonical

from .results import is_hidden, results_of


def counted_lines(page):
    """The lines of a closed round (RoundPage), as an iterator of str; None when its totals are hidden (3.9).

    The same rows always give the same lines, one after the other and few at once.
    """
    questions, counts = results_of(page)
    if is_hidden(page, counts):
        return None
    kinds = [({"round": str(page.public_id)}, counts.voices.total)]
    if counts.workshop_people:
        kinds.append(({"round": str(page.public_id), "people": counts.workshop_people}, 1))
    for result in questions:
        question = str(result.question.public_id)
        kinds.append(({"question": question}, result.answered))
        chosen = zip(result.question.shown_choices, result.rows, strict=True)
        kinds += [({"question": question, "choice": str(choice.public_id)}, row.count) for choice, row in chosen]
        hands = ({"question": question, "choice": row.key, "hands": row.words} for row in result.hands)
        kinds += [(row, 1) for row in hands]
    return (
        line for line, count in sorted((canonical(kind) + "\n", count) for kind, count in kinds) for _ in range(count)
    )


def seal_of_lines(lines):
    """SHA-256 of `lines` (iterable of str) as they stand in their file. Returns 64 hexadecimal digits."""
    seal = hashlib.sha256()
    for line in lines:
        seal.update(line.encode("ascii"))
    return seal.hexdigest()
