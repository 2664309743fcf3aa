"""Hands of workshops as everyone may see them: beside the votes as people, never among them (SEAMS.md, Counting)."""

from dataclasses import dataclass

from engagement.voices.small_numbers import in_words, public_hands

from .meanings import ICONS, PILE_WORDS, PILES


@dataclass
class HandsRow:
    """One choice, or one pile of it, and the hands for it in public words. `key`: the choice's public id (str)."""

    key: str
    label: str
    words: str
    icon: str = ""
    picture: object = None
    pile: str = ""


def hands_of(question, choices, counts):
    """The hands of all workshops for one question, as a list of HandsRow; none where they must be hidden.

    `question`: Question; `choices`: list of Choice; `counts`: Counts of its round.
    """
    if question.sorts:
        return [row for choice in choices for row in hands_in_piles(choice, counts)]
    people = counts.workshop_people  # hands for ideas that were put together later are no more than the people
    up = {choice.pk: min(counts.hands[choice.pk], people) for choice in choices}
    shown = public_hands(up, people, several=question.takes_many and not question.puts_in_order)
    if shown is None:
        return []
    return [
        HandsRow(str(c.public_id), c.text, hands_in_words(shown[c.pk]), ICONS.get(c.meaning, ""), c.picture)
        for c in choices
        if shown[c.pk] or not question.picks_ideas  # of many ideas only those that 8 or more people picked
    ]


def hands_in_piles(choice, counts):
    """The hands for one thing that was sorted, as a list of HandsRow: it is a question with one answer by itself."""
    people = counts.workshop_people
    shown = public_hands({pile: counts.hands[choice.pk, pile] for pile in PILES}, people)
    return [
        HandsRow(
            str(choice.public_id), f"{choice.text}: {PILE_WORDS[pile]}", hands_in_words(count), PILES[pile], pile=pile
        )
        for pile, count in (shown or {}).items()
    ]


def hands_in_words(shown):
    """Hands as people read them. `shown`: int rounded to 5, or None for fewer than 8. Returns str."""
    return in_words(0, "person", "people") if shown is None else f"About {shown} people"


def people_in_workshops(counts):
    """Who spoke in workshops: "12 people in 1 workshop". `counts`: Counts or RoundSummary. Returns str."""
    word = "workshop" if counts.workshops == 1 else "workshops"
    return f"{counts.workshop_people} people in {counts.workshops} {word}"
