"""A block of the site's own beside those of the kit."""

from wagtail import blocks

from easyread.blocks import ONE_A_LINE, EasyReadBlocks, SentencesValue
from easyread.reading import PictureBlock


class Opening(blocks.StructBlock):
    """When a place is open."""

    title = blocks.CharBlock(max_length=80, label="Which place?")
    picture = PictureBlock(required=False)
    words = blocks.TextBlock(rows=3, help_text=ONE_A_LINE)

    class Meta:
        icon = "time"
        template = "leaflets/opening.html"
        value_class = SentencesValue
        description = "When a place is open."
        preview_value = {"title": "The tip", "words": "You can come on Monday.\nIt opens at 9am."}


class LeafletBlocks(EasyReadBlocks):
    """The kit's blocks and ours."""

    opening = Opening()
