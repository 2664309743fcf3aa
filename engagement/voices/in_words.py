"""What was given to one question as lines people read: "1. The garden", "The garden: I like it", "12 hours"."""

from .amounts import amount_in_words
from .fields import PILES

PILE_WORDS = {str(pile): label for pile, label, _ in PILES}


def given_in_words(question, *, choices=(), piles=None, number=None, words_of=str):
    """What was chosen, put in order, sorted or counted, as a list of lines (str).

    `question`: Question. `choices`: Choice rows, in the order in which they were put. `piles`: dict of a choice's id
    (int or str) to Pile. `number`: Decimal or None. `words_of`: gives a choice's words in the version that is read.
    """
    if number is not None:
        return [amount_in_words(number, question.unit)]
    if question.puts_in_order:
        return [f"{place}. {words_of(choice)}" for place, choice in enumerate(choices, start=1)]
    if question.sorts:
        put = {str(pk): PILE_WORDS[pile] for pk, pile in (piles or {}).items()}
        return [f"{words_of(choice)}: {put[str(choice.pk)]}" for choice in choices if str(choice.pk) in put]
    return [words_of(choice) for choice in choices]


def answer_in_words(question, answer, words_of=str):
    """The same of an Answer with its `chosen` and their choices."""
    rows = sorted(answer.chosen.all(), key=lambda row: (row.place if row.ranked else 0, row.pk))
    return given_in_words(
        question,
        choices=[row.choice for row in rows],
        piles={row.choice_id: row.pile for row in rows if row.pile},
        number=answer.number,
        words_of=words_of,
    )
