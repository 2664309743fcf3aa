"""What blocks hold, ready for templates: words as sentences, one on each line (S7)."""

from wagtail import blocks

from ..first_uses import shown

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


def lines(words):
    """Split `words` (str or None) at line ends; spaces around and empty lines go. Returns a list of str."""
    return [line.strip() for line in (words or "").splitlines() if line.strip()]
