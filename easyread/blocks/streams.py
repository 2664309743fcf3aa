"""All that an Easy Read text, or a standard version, is made of."""

from wagtail import blocks
from wagtail.rich_text import RichText

from ..cleaning import clean_html
from .facts import Counts, Dates, Money, Quote, WhoToAsk
from .films import Video
from .ideas import HardWord, Options, PictureAndWords, Steps

PREVIEW = "easyread/block_preview.html"


class EasyReadBlocks(blocks.StreamBlock):
    """All that an Easy Read text is made of. Each block is previewed in the look of the page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for block in self.child_blocks.values():
            block.meta.preview_template = PREVIEW

    heading = blocks.CharBlock(
        max_length=80,
        icon="title",
        template="easyread/blocks/heading.html",
        description="A short heading.",
        preview_value="Why we ask you",
    )
    picture_and_words = PictureAndWords()
    hard_word = HardWord()
    options = Options()
    steps = Steps()
    dates = Dates()
    money = Money()
    counts = Counts()
    quote = Quote()
    who_to_ask = WhoToAsk()
    video = Video()


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
