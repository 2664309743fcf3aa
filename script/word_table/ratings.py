"""The ratings that people gave to words: two sets, of which the parts for measuring are never learned from."""

from easyread.rules.measure_words import in_context, is_held_out, rated_words


def contexts(folder):
    """CompLex's training part (CC BY 4.0). Returns the lists of words (str) and of ratings (float, 0 to 1)."""
    rows = in_context(folder / "lcp_single_train.tsv")
    return [word for word, _ in rows], [rating for _, rating in rows]


def lexicon(folder):
    """Nine tenths of the Maddela and Xu lexicon (MIT). Returns the lists of words and of ratings (float, 1 to 6)."""
    rows = [row for row in rated_words(folder / "word_complexity_lexicon.tsv") if not is_held_out(row[0])]
    return [word for word, _ in rows], [rating for _, rating in rows]
