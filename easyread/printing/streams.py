"""The blocks of an Easy Read page as parts of a printed paper."""

from .paper import HardWord, Idea, Notice, Option, Section

ON_OUR_WEBSITE = "You can see this film on our website."
SAID_IN_IT = "This is what it tells:"
AT_ONCE = 4  # sentences of a film that the end of a page never parts


def sections_of(stream, first=""):
    """The blocks of `stream` (StreamValue of EasyReadBlocks) as a list of Section: each heading starts one.

    `first` (str): the heading of what stands before the first heading.
    """
    sections = [Section(first, [])]
    for block in stream:
        if block.block_type == "heading":
            sections.append(Section(str(block.value), []))
        else:
            sections[-1].parts.extend(PARTS[block.block_type](block.value))
    return [section for section in sections if section.parts]


def _idea(value):
    return [Idea(words=value.sentences(), picture=value["picture"])]


def _hard_word(value):
    return [HardWord(word=value["word"], words=value.sentences(), picture=value["picture"])]


def _options(value):
    return [
        Option(
            title=option["title"],
            words=option.sentences(),
            good=option.good(),
            bad=option.bad(),
            picture=option["picture"],
        )
        for option in value["options"]
    ]


def _steps(value):
    return [
        Idea(words=step.sentences(), picture=step["picture"], number=number)
        for number, step in enumerate(value["steps"], start=1)
    ]


def _dates(value):
    return [Idea(words=row.sentences(), picture=row["picture"], title=row.day_in_words()) for row in value["dates"]]


def _money(value):
    shares = [f"£{share['pounds']} of each £10 is for {share['words']}." for share in value["shares"]]
    return [Idea(words=value.sentences() + shares, picture=value["picture"])]


def _counts(value):
    return [Idea(words=value.sentences() + [f"{row['number']:,} {row['words']}." for row in value["counts"]])]


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
