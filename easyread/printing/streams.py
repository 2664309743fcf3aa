"""The blocks of an Easy Read page as parts of a printed paper."""

from ..blocks.facts import TEN
from ..blocks.values import letter_of
from ..dots import dots_of
from ..first_uses import hard_words_of
from .paper import Counted, HardWord, Idea, Notice, Option, Section

ON_OUR_WEBSITE = "You can see this film on our website."
SAID_IN_IT = "This is what it tells:"
AT_ONCE = 4  # sentences of a film that the end of a page never parts


def sections_of(stream, first=""):
    """The blocks of `stream` (StreamValue of EasyReadBlocks) as a list of Section: each heading starts one.

    `first` (str): the heading of what stands before the first heading.
    """
    hard_words_of(stream)  # makes them bold where each is first used (W2)
    sections = [Section(first, [])]
    for block in stream:
        if block.block_type == "heading":
            sections.append(Section(str(block.value), []))
        else:
            sections[-1].parts.extend(PARTS.get(block.block_type, _of_a_site)(block.value))
    return [section for section in sections if section.parts]


def _of_a_site(value):
    """A block that a site made itself: its sentences with its picture and title, or the words that it is."""
    if not hasattr(value, "sentences"):
        return [Idea(words=[str(value)])]
    return [Idea(words=value.sentences(), picture=value.get("picture"), title=value.get("title") or "")]


def _idea(value):
    return [Idea(words=value.shown(), picture=value["picture"])]


def _hard_word(value):
    return [HardWord(word=value["word"], words=value.sentences(), picture=value["picture"])]


def _options(value):
    return [
        Option(
            title=f"{letter_of(number)}: {option['title']}",
            words=option.sentences(),
            good=option.good(),
            bad=option.bad(),
            picture=option["picture"],
        )
        for number, option in enumerate(value["options"], start=1)
    ]


def _steps(value):
    return [
        Idea(words=step.shown(), picture=step["picture"], number=number)
        for number, step in enumerate(value["steps"], start=1)
    ]


def _dates(value):
    return [Idea(words=row.sentences(), picture=row["picture"], title=row.day_in_words()) for row in value["dates"]]


def _money(value):
    told = [Idea(words=value.sentences(), picture=value["picture"])]
    return told + [Counted([share.sentence()], dots_of(share["pounds"], of=TEN)) for share in value["shares"]]


def _counts(value):
    told = [Idea(words=value.sentences())] if value.sentences() else []
    return told + [Counted([row.sentence()], dots_of(row["number"])) for row in value["counts"]]


def _quote(value):
    who = [f"{value['who']} said this."] if value["who"] else []
    return [Notice(words=[f"“{sentence}”" for sentence in value.sentences()] + who)]


def _who_to_ask(value):
    ways = [way["text"] for way in value.ways()]
    return [Idea(words=value.sentences() + ways, picture=value["picture"], title=value["name"])]


def _video(value):
    said = value.sentences()
    told = [Idea(words=[ON_OUR_WEBSITE, SAID_IN_IT], picture=value["picture"], title=f"Film: {value['title']}")]
    return told + [Idea(words=said[first : first + AT_ONCE]) for first in range(0, len(said), AT_ONCE)]


PARTS = {
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
