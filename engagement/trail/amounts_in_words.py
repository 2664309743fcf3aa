"""Bands of amounts, and the middle amount, in plain words: no average, no decimals (N2)."""

from decimal import Decimal

from engagement.voices.amounts import amount_in_words


def band_in_words(question, ends, place):
    """The band at `place` (int): "£10 or less", "More than £10, up to £20", "More than £20". Returns str.

    `ends`: list of str, where each band ends; "" for the last one.
    """
    below = said(question, ends[place - 1]) if place else ""
    if not ends[place]:
        return f"More than {below}"
    end = said(question, ends[place])
    return f"More than {below}, up to {end}" if below else f"{end} or less"


def middle_in_words(question, ends, counts, place):
    """What the middle amount is, as one Easy Read sentence. `counts`: of the bands; `place`: of the middle one (int).

    It is worked out from the bands that are shown, so it tells nothing more.
    """
    if not ends[place]:
        return f"More than half of the people said more than {said(question, ends[place - 1])}."
    half = "Half" if 2 * sum(counts[: place + 1]) == sum(counts) else "More than half"
    return f"{half} of the people said {said(question, ends[place])} or less."


def said(question, end):
    """An end of a band (str) as an amount. Returns str."""
    return amount_in_words(Decimal(end), question.unit)
