"""The parts an Easy Read page is made of, and those of a standard version."""

from wagtail import blocks
from wagtail.rich_text import RichText

from .cleaning import clean_html
from .reading import PictureBlock


class SentencesValue(blocks.StructValue):
    """A value whose `words` hold one sentence on each line (S7)."""

    def sentences(self):
        """The sentences in order, as a list of str without empty ones."""
        return lines(self.get("words"))

    def good(self):
        """The good points of an option, as a list of str."""
        return lines(self.get("good_points"))

    def bad(self):
        """The bad points of an option, as a list of str."""
        return lines(self.get("bad_points"))


def lines(words):
    """Split `words` (str or None) at line ends; spaces around and empty lines go. Returns a list of str."""
    return [line.strip() for line in (words or "").splitlines() if line.strip()]


ONE_A_LINE = "One sentence on each line. 15 words or fewer. One idea in each."


class PictureAndWords(blocks.StructBlock):
    """One idea: a picture on the left and its words on the right (P1, L8)."""

    picture = PictureBlock(required=False, help_text="A picture that means the same as the words.")
    words = blocks.TextBlock(rows=3, help_text=ONE_A_LINE)

    class Meta:
        icon = "image"
        template = "easyread/blocks/picture_and_words.html"
        value_class = SentencesValue
        description = "One idea: picture on the left, words on the right."
        preview_value = {"words": "We want to hear from you.\nYou can say yes, no or not sure."}


class HardWord(blocks.StructBlock):
    """A hard word that is needed, in bold, with its meaning in the next sentence (W2)."""

    picture = PictureBlock(required=False)
    word = blocks.CharBlock(max_length=60, help_text="The hard word, as people will meet it.")
    words = blocks.TextBlock(rows=2, label="What it means", help_text=ONE_A_LINE)

    class Meta:
        icon = "help"
        template = "easyread/blocks/hard_word.html"
        value_class = SentencesValue
        description = "A hard word and what it means."
        preview_value = {"word": "Advocate", "words": "An advocate helps you to speak up."}


class Option(blocks.StructBlock):
    """One of the ways that could be chosen, with what is good and what is bad about it (T8)."""

    title = blocks.CharBlock(max_length=80)
    picture = PictureBlock(required=False)
    words = blocks.TextBlock(rows=3, required=False, help_text=ONE_A_LINE)
    good_points = blocks.TextBlock(rows=4, help_text=ONE_A_LINE)
    bad_points = blocks.TextBlock(rows=4, help_text=ONE_A_LINE)

    class Meta:
        icon = "pick"
        value_class = SentencesValue


class Options(blocks.StructBlock):
    """Two or more ways side by side."""

    options = blocks.ListBlock(Option(), min_num=2)

    class Meta:
        icon = "list-ul"
        template = "easyread/blocks/options.html"
        description = "Two or more ways side by side, with good and bad points."
        preview_value = {
            "options": [
                {"title": "By bus", "words": "", "good_points": "It costs less.", "bad_points": "It takes longer."},
                {"title": "By train", "words": "", "good_points": "It is fast.", "bad_points": "It costs more."},
            ]
        }


class Steps(blocks.StructBlock):
    """Things that happen one after another."""

    steps = blocks.ListBlock(PictureAndWords(), min_num=1, max_num=6)

    class Meta:
        icon = "list-ol"
        template = "easyread/blocks/steps.html"
        description = "Things that happen one after another, 6 at most (T5)."
        preview_value = {"steps": [{"words": "You tell us what you think."}, {"words": "We read every word."}]}


class EasyReadBlocks(blocks.StreamBlock):
    """All that an Easy Read text is made of."""

    heading = blocks.CharBlock(
        max_length=80,
        icon="title",
        template="easyread/blocks/heading.html",
        description="A short heading (T4).",
        preview_value="Why we ask you",
    )
    picture_and_words = PictureAndWords()
    hard_word = HardWord()
    options = Options()
    steps = Steps()


class CleanRichTextBlock(blocks.RichTextBlock):
    """Rich text that passes through the allow list each time it is stored or read from a form (S1)."""

    def value_from_form(self, value):
        return self.cleaned(super().value_from_form(value))

    def get_prep_value(self, value):
        return clean_html(super().get_prep_value(value))

    def normalize(self, value):
        return self.cleaned(super().normalize(value))

    @staticmethod
    def cleaned(value):
        """`value` (RichText or None) with its source cleaned. Returns RichText or None."""
        return RichText(clean_html(value.source)) if value is not None else None


class StandardBlocks(blocks.StreamBlock):
    """All that a standard version is made of."""

    heading = blocks.CharBlock(
        max_length=120, icon="title", template="easyread/blocks/heading.html", preview_value="Background"
    )
    text = CleanRichTextBlock(
        features=["bold", "ul", "ol", "link"],
        template="easyread/blocks/standard_text.html",
        preview_value="<p>The full text, in ordinary official words.</p>",
    )
