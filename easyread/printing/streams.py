"""The blocks of an Easy Read page as parts of a printed paper."""

from .paper import HardWord, Idea, Option, Section


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


PARTS = {"picture_and_words": _idea, "hard_word": _hard_word, "options": _options, "steps": _steps}
