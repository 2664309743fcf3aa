"""The parts that hold facts: days, money, counts, words of people, and who to ask."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from wagtail import blocks

from ..dates import full_date
from ..reading import PictureBlock
from .values import ONE_A_LINE, SentencesValue

MOST = 6  # T5: points in a list
TEN = 10
SPACED_PHONE = re.compile(r"\+?\d{2,6}( \d{2,6})+|\d{3}")  # N5; three digits alone are such as 999


class DayValue(SentencesValue):
    """A day and what happens on it."""

    def day_in_words(self):
        """The day as "Thursday 4 March 2027" (N4), a str."""
        return full_date(self["day"]) if self.get("day") else ""


class Day(blocks.StructBlock):
    """One day, written in full by the program (N4), and what happens on it."""

    picture = PictureBlock(required=False)
    day = blocks.DateBlock()
    words = blocks.TextBlock(rows=2, label="What happens", help_text=ONE_A_LINE)

    class Meta:
        icon = "date"
        value_class = DayValue


class Dates(blocks.StructBlock):
    """Days that matter, the first one first."""

    dates = blocks.ListBlock(Day(), min_num=1, max_num=MOST)

    class Meta:
        icon = "calendar-alt"
        template = "easyread/blocks/dates.html"
        description = "Days that matter. We write each day in full."
        preview_value = {"dates": [{"day": date(2027, 3, 4), "words": "This is the last day to answer."}]}

    def clean(self, value):
        value = super().clean(value)
        days = [row["day"] for row in value["dates"]]
        if days != sorted(days):
            raise ValidationError("Put the first day first.")
        return value


class ShareValue(blocks.StructValue):
    """A part of each £10."""

    def sentence(self):
        """It as a sentence, on the page, on paper and read aloud (str)."""
        return f"£{self['pounds']} of each £10 is for {self['words']}."


class Share(blocks.StructBlock):
    """What some of each £10 is for."""

    pounds = blocks.IntegerBlock(min_value=1, max_value=TEN, label="How many of each £10")
    words = blocks.CharBlock(max_length=80, label="What it is for", help_text="A few words, like: drivers.")

    class Meta:
        icon = "pick"
        value_class = ShareValue


class Money(blocks.StructBlock):
    """What it costs, and what each £10 of it is for: counts of ten, never percentages (N2)."""

    picture = PictureBlock(required=False)
    words = blocks.TextBlock(rows=2, label="What it costs", help_text=ONE_A_LINE)
    shares = blocks.ListBlock(Share(), max_num=MOST, required=False, default=[], help_text="Together they make £10.")

    class Meta:
        icon = "decimal"
        template = "easyread/blocks/money.html"
        value_class = SentencesValue
        description = "What it costs. It may show what each £10 is for."
        preview_value = {
            "words": "The buses cost £40,000 each year.",
            "shares": [{"pounds": 6, "words": "drivers"}, {"pounds": 4, "words": "fuel and repairs"}],
        }

    def clean(self, value):
        value = super().clean(value)
        if value["shares"] and sum(share["pounds"] for share in value["shares"]) != TEN:
            raise ValidationError("The numbers must make 10 together.")
        return value


class CountValue(blocks.StructValue):
    """How many, and of what."""

    def sentence(self):
        """It as a sentence, on the page, on paper and read aloud (str)."""
        return f"{self['number']:,} {self['words']}."


class Count(blocks.StructBlock):
    """How many, and of what."""

    number = blocks.IntegerBlock(min_value=0, max_value=1_000_000)
    words = blocks.CharBlock(max_length=80, label="Who or what", help_text="A few words, like: people said yes.")

    class Meta:
        icon = "pick"
        value_class = CountValue


class Counts(blocks.StructBlock):
    """Counts drawn as dots, ten in a row, so that people can count them (N2)."""

    words = blocks.TextBlock(rows=2, required=False, help_text=ONE_A_LINE)
    counts = blocks.ListBlock(Count(), min_num=1, max_num=MOST)

    class Meta:
        icon = "dots-horizontal"
        template = "easyread/blocks/counts.html"
        value_class = SentencesValue
        label = "Drawing of counts"
        description = "Counts as dots that people can count."
        preview_value = {"words": "We asked 30 people.", "counts": [{"number": 21, "words": "people said yes"}]}


class Quote(blocks.StructBlock):
    """Words of a person, shown because they agreed to it (3.7)."""

    words = blocks.TextBlock(rows=3, help_text="Their own words, as they said them.")
    who = blocks.CharBlock(max_length=80, required=False, help_text="Never more than they agreed to.")
    agreed = blocks.BooleanBlock(label="They agreed that everybody may read this")

    class Meta:
        icon = "openquote"
        template = "easyread/blocks/quote.html"
        value_class = SentencesValue
        description = "A person's own words, with their consent."
        preview_value = {"words": "I want to choose who helps me.", "who": "A person in Ashford", "agreed": True}


class ContactValue(SentencesValue):
    """Somebody people can ask."""

    def ways(self):
        """How to reach them, as the link list takes it: a list of dict with `text`, and `href` and `icon` if any."""
        found = []
        if phone := self.get("phone"):
            found.append({"text": f"Phone {phone}", "href": f"tel:{phone.replace(' ', '')}", "icon": "phone"})
        if email := self.get("email"):
            found.append({"text": f"Email {email}", "href": f"mailto:{email}", "icon": "message"})
        if address := self.get("address"):
            found.append({"text": f"Write to {address}", "icon": "place"})
        return found


class WhoToAsk(blocks.StructBlock):
    """A person or a team that people can ask, with at least one way to reach them (T2)."""

    picture = PictureBlock(required=False)
    name = blocks.CharBlock(max_length=80)
    words = blocks.TextBlock(rows=2, required=False, label="What they help with", help_text=ONE_A_LINE)
    phone = blocks.CharBlock(max_length=30, required=False, help_text="In groups, like: 01632 960 217.")
    email = blocks.EmailBlock(required=False)
    address = blocks.CharBlock(max_length=160, required=False, help_text="Where to write to.")

    class Meta:
        icon = "mail"
        template = "easyread/blocks/who_to_ask.html"
        value_class = ContactValue
        label = "Who to ask"
        description = "Who people can ask, and how."
        preview_value = {"name": "The plans team", "words": "They tell you more.", "phone": "01632 960 217"}

    def clean(self, value):
        value = super().clean(value)
        if not (value["phone"] or value["email"] or value["address"]):
            raise ValidationError("Write a phone number, an email address or a place to write to.")
        if value["phone"] and not SPACED_PHONE.fullmatch(value["phone"]):
            raise ValidationError("Write the phone number in groups, like: 01632 960 217.")
        return value
