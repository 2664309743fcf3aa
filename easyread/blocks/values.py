"""What blocks hold, ready for templates: words as sentences, one on each line (S7)."""

from wagtail import blocks

from ..first_uses import shown
from ..reading import pictures_of

ONE_A_LINE = "One sentence on each line. 15 words or fewer. One idea in each."


class SentencesValue(blocks.StructValue):
    """A value whose `words` hold one sentence on each line (S7)."""

    def sentences(self):
        """The sentences in order, as a list of str without empty ones."""
        return lines(self.get("words"))

    def shown(self):
        """The sentences as a page shows them: hard words are bold where they are first used (W2). A list of str."""
        bold = getattr(self, "bold", {})
        return [shown(line, bold[number]) if number in bold else line for number, line in enumerate(self.sentences())]

    def good(self):
        """The good points of an option, as a list of str."""
        return lines(self.get("good_points"))

    def bad(self):
        """The bad points of an option, as a list of str."""
        return lines(self.get("bad_points"))


class PreviewWithPictures(blocks.StructBlock):
    """A block whose preview in the editor has pictures of the bank (P1): `preview_ideas` in its Meta, in order."""

    def get_preview_value(self):
        value = super().get_preview_value()
        ideas = getattr(self.meta, "preview_ideas", ())
        bank = pictures_of(*ideas) if ideas else {}
        parts = [value] if "picture" in self.child_blocks else items_of(value)
        for part, idea in zip(parts, ideas, strict=False):
            part["picture"] = bank.get(idea)
        return value


def items_of(value):
    """The items of the lists in a block's `value` (StructValue), as a list."""
    return [part for rows in value.values() if isinstance(rows, blocks.list_block.ListValue) for part in rows]


def lines(words):
    """Split `words` (str or None) at line ends; spaces around and empty lines go. Returns a list of str."""
    return [line.strip() for line in (words or "").splitlines() if line.strip()]


def letter_of(place):
    """The letter of a `place` (int, from 1), so that people can say which one they mean: A, B, C. Returns str."""
    return chr(ord("A") + place - 1) if place <= 26 else str(place)
