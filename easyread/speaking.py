"""Easy Read blocks as somebody reads them aloud: whole sentences in the order of the page, and nothing that must be
seen. Dots are told as counts, a day in full, good and bad points by their names."""

from .blocks.values import letter_of

ON_FILM = "There is a film here. This is what it tells."


def spoken_of(stream):
    """What is read aloud of a `stream` (StreamValue of EasyReadBlocks), as a list of str."""
    return [sentence for block in stream for sentence in spoken(block.block_type, block.value)]


def spoken(kind, value):
    """The sentences of one block. `kind`: its name (str); `value`: what it holds. Returns a list of str."""
    return [sentence for sentence in SPOKEN.get(kind, _of_a_site)(value) if sentence]


def _of_a_site(value):
    """A block that a site made itself: the sentences of its value, or the words that it is."""
    return value.sentences() if hasattr(value, "sentences") else [str(value)]


def _heading(value):
    return [str(value)]


def _idea(value):
    return value.sentences()


def _hard_word(value):
    return [f"A hard word: {value['word']}.", *value.sentences()]


def _options(value):
    told = [f"There are {len(value['options'])} ways."]
    for number, option in enumerate(value["options"], start=1):
        told += [f"Way {letter_of(number)}: {option['title']}.", *option.sentences()]
        told += ["What is good about it:", *option.good(), "What is bad about it:", *option.bad()]
    return told


def _steps(value):
    return [
        line for number, step in enumerate(value["steps"], start=1) for line in (f"Step {number}.", *step.sentences())
    ]


def _dates(value):
    return [line for row in value["dates"] for line in (f"{row.day_in_words()}.", *row.sentences())]


def _money(value):
    return value.sentences() + [share.sentence() for share in value["shares"]]


def _counts(value):
    return value.sentences() + [row.sentence() for row in value["counts"]]


def _quote(value):
    return [f"{value['who'] or 'A person'} said this:", *value.sentences()]


def _who_to_ask(value):
    return [f"Who to ask: {value['name']}.", *value.sentences(), *(f"{way['text']}." for way in value.ways())]


def _video(value):
    return [f"Film: {value['title']}.", ON_FILM, *value.sentences()]


SPOKEN = {
    "heading": _heading,
    "picture_and_words": _idea,
    "hard_word": _hard_word,
    "options": _options,
    "steps": _steps,
    "dates": _dates,
    "money": _money,
    "counts": _counts,
    "quote": _quote,
    "who_to_ask": _who_to_ask,
    "video": _video,
}
