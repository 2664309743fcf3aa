"""Hard words on a page: bold where each is first used, and listed again at the end (W2, T3)."""

import re

from django.utils.html import format_html
from django.utils.safestring import mark_safe

HARD_WORD = "hard_word"


def hard_words_of(stream):
    """The values of the hard words of a `stream` (StreamValue) that something else follows, each once, as a list.

    Where each is used before it is explained, its first use is made bold. Hard words at the very end are the list
    already.
    """
    blocks = list(stream)
    hard = [number for number, block in enumerate(blocks) if block.block_type == HARD_WORD]
    for number in hard:
        make_first_use_bold(blocks[number].value["word"], blocks[:number])
    last = max((number for number, block in enumerate(blocks) if block.block_type != HARD_WORD), default=-1)
    listed = {blocks[number].value["word"].lower(): blocks[number].value for number in reversed(hard) if number < last}
    return list(reversed(listed.values()))


def make_first_use_bold(word, blocks):
    """Make the first use of a hard `word` (str) bold in the `blocks` (list of StreamChild) before its meaning."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?:s|es)?(?!\w)", re.I)
    for value in (value for block in blocks for value in with_words(block)):
        for number, sentence in enumerate(value.sentences()):
            if found := pattern.search(sentence):
                value.bold = {**getattr(value, "bold", {})}
                value.bold.setdefault(number, []).append(found.span())
                return


def with_words(block):
    """The values in a `block` (StreamChild) whose words tell something, as a list of SentencesValue."""
    if block.block_type == "picture_and_words":
        return [block.value]
    return list(block.value["steps"]) if block.block_type == "steps" else []


def shown(sentence, spans):
    """A `sentence` (str), escaped, with its `spans` (list of (start, end)) in bold. Returns SafeString."""
    parts, place = [], 0
    for start, end in sorted(set(spans)):
        if start >= place:
            parts += [format_html("{}<strong>{}</strong>", sentence[place:start], sentence[start:end])]
            place = end
    return mark_safe("".join([*parts, format_html("{}", sentence[place:])]))  # every part is escaped above
