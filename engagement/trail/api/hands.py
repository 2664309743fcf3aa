"""Hands of workshops as open data: the same words as on the page, never among the votes (SEAMS.md, Counting)."""

from ninja import Schema


class HandsOut(Schema):
    """Hands for one choice in workshops, in words: about how many people, or fewer than 8.

    `pile` says of a thing that was sorted for which pile: like, not_sure or dislike; it is "" elsewhere.
    """

    choice: str
    text: str
    pile: str
    hands: str


def hands_out(rows):
    """`rows` (list of HandsRow) as the values of a list of HandsOut."""
    return [{"choice": row.key, "text": row.label, "pile": row.pile, "hands": row.words} for row in rows]
