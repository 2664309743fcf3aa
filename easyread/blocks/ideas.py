"""The parts that tell: ideas, hard words, options side by side, and steps."""

from wagtail import blocks

from ..reading import PictureBlock
from .values import ONE_A_LINE, PreviewWithPictures, SentencesValue


class PictureAndWords(PreviewWithPictures):
    """One idea: a picture on the left and its words on the right (P1, L8)."""

    picture = PictureBlock(required=False, help_text="A picture that means the same as the words.")
    words = blocks.TextBlock(rows=3, help_text=ONE_A_LINE)

    class Meta:
        icon = "image"
        template = "easyread/blocks/picture_and_words.html"
        value_class = SentencesValue
        description = "One idea: picture on the left, words on the right."
        preview_ideas = ("our-voice",)
        preview_value = {"words": "We want to hear from you.\nYou can say yes, no or not sure."}


class HardWord(PreviewWithPictures):
    """A hard word that is needed, in bold, with its meaning in the next sentence (W2)."""

    picture = PictureBlock(required=False)
    word = blocks.CharBlock(max_length=60, help_text="The hard word, as people will meet it.")
    words = blocks.TextBlock(rows=2, label="What it means", help_text=ONE_A_LINE)

    class Meta:
        icon = "help"
        template = "easyread/blocks/hard_word.html"
        value_class = SentencesValue
        description = "A hard word and what it means."
        preview_ideas = ("advocate",)
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


class Options(PreviewWithPictures):
    """Two or more ways side by side."""

    options = blocks.ListBlock(Option(), min_num=2)

    class Meta:
        icon = "list-ul"
        template = "easyread/blocks/options.html"
        description = "Two or more ways side by side, with good and bad points."
        preview_ideas = ("bus", "train")
        preview_value = {
            "options": [
                {"title": "By bus", "words": "", "good_points": "It costs less.", "bad_points": "It takes longer."},
                {"title": "By train", "words": "", "good_points": "It is fast.", "bad_points": "It costs more."},
            ]
        }


class Steps(PreviewWithPictures):
    """Things that happen one after another."""

    steps = blocks.ListBlock(PictureAndWords(), min_num=1, max_num=6)

    class Meta:
        icon = "list-ol"
        template = "easyread/blocks/steps.html"
        description = "Things that happen one after another, 6 at most."
        preview_ideas = ("speak-up", "read")
        preview_value = {"steps": [{"words": "You tell us what you think."}, {"words": "We read every word."}]}
