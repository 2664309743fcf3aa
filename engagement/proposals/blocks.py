"""Questions as they are written: blocks of the round's page (SEAMS.md, Questions). `polls` turns them into rows."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from easyread.reading import PictureBlock

KINDS = [
    ("yes_no", "Yes, no or not sure"),
    ("one", "One of several"),
    ("several", "Several of several"),
    ("faces", "Faces with words"),
    ("words", "In their own words"),
    ("pick", "Pick 3 ideas"),
]
ONLY_WORDS = "Only for “In their own words”."
POLL_PROMISES = [("", "Not a vote"), ("weigh", "A vote the body will weigh"), ("follow", "A vote the body will follow")]


class ChoiceBlock(blocks.StructBlock):
    """One thing people can choose."""

    text = blocks.CharBlock(max_length=120, label="Easy Read words")
    standard_text = blocks.CharBlock(max_length=200, required=False, label="Standard words")
    picture = PictureBlock(required=False)


class QuestionBlock(blocks.StructBlock):
    """One question, in Easy Read and in standard words, with one shared result (Q8)."""

    kind = blocks.ChoiceBlock(choices=KINDS)
    text = blocks.CharBlock(max_length=200, label="Easy Read words", help_text="One thing in each question.")
    standard_text = blocks.CharBlock(max_length=400, required=False, label="Standard words")
    help = blocks.CharBlock(max_length=200, required=False, help_text="One more Easy Read sentence, if it helps.")
    picture = PictureBlock(required=False)
    choices = blocks.ListBlock(
        ChoiceBlock(), min_num=0, default=[], help_text="Only for one or several of several. 4 at most is best."
    )
    poll = blocks.ChoiceBlock(choices=POLL_PROMISES, required=False, label="Is it a vote?")
    sensitive = blocks.BooleanBlock(required=False, help_text='Offers "I do not want to say".')
    takes_picture = blocks.BooleanBlock(
        required=False, default=True, label="People may show a picture", help_text=ONLY_WORDS
    )
    takes_sound = blocks.BooleanBlock(required=False, default=True, label="People may say it", help_text=ONLY_WORDS)

    class Meta:
        icon = "help"
        description = "One question. People see one question on each page."
        preview_value = {"kind": "yes_no", "text": "Do you have a support worker?"}

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        if value["kind"] == "pick" and value["choices"]:
            errors["choices"] = ValidationError("Leave this empty. People pick from the ideas that you show.")
        needs_choices = value["kind"] in ("one", "several")
        if needs_choices and len(value["choices"]) < 2:
            errors["choices"] = ValidationError("Give at least 2 choices.")
        if value["poll"] and value["kind"] not in ("one", "yes_no"):
            errors["poll"] = ValidationError("A vote is a yes-or-no question, or one of several.")
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return value


class QuestionBlocks(blocks.StreamBlock):
    """The questions of a round, in their order."""

    question = QuestionBlock()
