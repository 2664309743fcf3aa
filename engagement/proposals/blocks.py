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
    ("either", "Which is better, A or B"),
    ("order", "Put things in order"),
    ("sort", "Sort things: I like it, not sure, I do not like it"),
    ("number", "A number or an amount"),
    ("pick", "Pick 3 ideas"),
]
UNITS = [
    ("", "No unit"),
    ("pounds", "pounds"),
    ("hours", "hours"),
    ("days", "days"),
    ("times", "times"),
    ("people", "people"),
]
# How many things an author writes for a kind of question: at least, and at most (None: as many as they like).
CHOICES = {"one": (2, None), "several": (2, None), "either": (2, 2), "order": (2, 6), "sort": (2, 6)}
MAY_VOTE = ("one", "yes_no", "either")
NOT_SURE_TEXTS = {"i am not sure", "not sure", "i do not know"}
SAME_TEXTS = {"they are the same to me", "they are the same", "the same", "both", "both are the same"}
ONLY_WORDS = "Only for “In their own words”."
CAN_SIGN = "Somebody must be able to understand the signs."
OPPOSITE = "Both are yes or no. Staff then see how many people said yes to both. No answer is thrown away."
ONLY_NUMBER = "Only for “A number or an amount”."
TWO_EXACTLY = "Give 2 choices exactly."
TWO_AT_LEAST = "Give at least 2 choices."
SIX_AT_MOST = "Give 6 things at most."
NO_SAME = "Leave out “They are the same to me”. The page offers it by itself."
NO_NOT_SURE = "Leave out “I am not sure”. The page offers it by itself."
LEAVE_EMPTY = "Leave this empty. People do not choose here."
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
        ChoiceBlock(), min_num=0, default=[], help_text="For every kind with written choices. 4 at most is best."
    )
    unit = blocks.ChoiceBlock(choices=UNITS, required=False, default="", help_text=ONLY_NUMBER)
    least = blocks.DecimalBlock(required=False, max_digits=12, decimal_places=2, help_text=ONLY_NUMBER)
    most = blocks.DecimalBlock(required=False, max_digits=12, decimal_places=2, help_text=ONLY_NUMBER)
    poll = blocks.ChoiceBlock(choices=POLL_PROMISES, required=False, label="Is it a vote?")
    sensitive = blocks.BooleanBlock(required=False, help_text='Offers "I do not want to say".')
    opposite = blocks.BooleanBlock(
        required=False, default=False, label="This asks the opposite of the question before it", help_text=OPPOSITE
    )
    takes_picture = blocks.BooleanBlock(
        required=False, default=True, label="People may show a picture", help_text=ONLY_WORDS
    )
    takes_sound = blocks.BooleanBlock(required=False, default=True, label="People may say it", help_text=ONLY_WORDS)
    takes_film = blocks.BooleanBlock(
        required=False, default=True, label="People may sign or film", help_text=f"{ONLY_WORDS} {CAN_SIGN}"
    )

    class Meta:
        icon = "help"
        description = "One question. People see one question on each page."
        preview_value = {"kind": "yes_no", "text": "Do you have a support worker?"}

    def clean(self, value):
        value = super().clean(value)
        wrong = {"choices": wrong_choices(value), "poll": wrong_poll(value), **wrong_limits(value)}
        errors = {name: ValidationError(sentence) for name, sentence in wrong.items() if sentence}
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return value


def wrong_choices(value):
    """What is wrong with the choices of a question, as a kind sentence (str), or "". `value`: its StructValue."""
    kind, count = value["kind"], len(value["choices"])
    if kind == "pick" and count:
        return "Leave this empty. People pick from the ideas that you show."
    if kind == "number" and count:
        return LEAVE_EMPTY
    least, most = CHOICES.get(kind, (0, None))
    if count < least or (most == least and count > most):
        return TWO_EXACTLY if least == most else TWO_AT_LEAST
    if most and count > most:
        return SIX_AT_MOST
    if kind in ("either", "order", "sort") and any(says_not_sure(choice["text"]) for choice in value["choices"]):
        return NO_NOT_SURE
    if kind == "either" and any(plain(choice["text"]) in SAME_TEXTS for choice in value["choices"]):
        return NO_SAME
    return ""


def wrong_poll(value):
    """What is wrong with making a question a vote, as a kind sentence (str), or ""."""
    if value["poll"] and value["kind"] not in MAY_VOTE:
        return "A vote is a yes-or-no question, one of several, or A or B."
    return ""


def wrong_limits(value):
    """What is wrong with the unit and the limits of a number: dict of a field's name to a kind sentence."""
    if value["kind"] != "number":
        given = [name for name in ("unit", "least", "most") if value.get(name) not in (None, "")]
        return dict.fromkeys(given, ONLY_NUMBER)
    least, most = value.get("least"), value.get("most")
    if least is not None and most is not None and least > most:
        return {"most": "The most must not be smaller than the least."}
    return {}


def says_not_sure(text):
    """Whether a choice's `text` (str) means not sure. Returns bool."""
    return plain(text) in NOT_SURE_TEXTS


def plain(text):
    """A choice's `text` (str) in small letters, without what stands around it."""
    return text.strip().rstrip(".").lower()


class QuestionBlocks(blocks.StreamBlock):
    """The questions of a round, in their order."""

    question = QuestionBlock()
