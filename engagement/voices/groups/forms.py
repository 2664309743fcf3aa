"""When, where and who was there; and one statement of the group."""

from django import forms

from .. import supporting
from ..hands import MOST_LETTERS, NO_WHOSE, PRESENT_WRONG
from ..models.groups import KINDS, MOST_PRESENT
from ..models.voices import Provenance

NUMBER = {"inputmode": "numeric", "autocomplete": "off"}
NOT_A_NUMBER = "Write a number. You can write 0."
NO_DATE = "Write the date of the workshop."
WHOSE = [
    (Provenance.READ_BACK, "The words of the group. We read them back and people agreed"),
    (Provenance.OWN_WORDS, "The exact words of 1 person"),
    (Provenance.SUMMARY, "My summary of what people said"),
    (Provenance.OBSERVED, "What we saw. People did not use words"),
    (Provenance.SOMEONE_ELSE, "The view of someone else, such as family or staff"),
]


class NumberField(forms.IntegerField):
    """A count of people: empty is 0."""

    def __init__(self, **kwargs):
        messages = {"invalid": NOT_A_NUMBER, "min_value": NOT_A_NUMBER, "max_value": NOT_A_NUMBER}
        widget = forms.TextInput(attrs=NUMBER)
        super().__init__(min_value=0, max_value=MOST_PRESENT, widget=widget, error_messages=messages, **kwargs)


class DetailsForm(forms.Form):
    """The workshop: its day, its place, who led it, and how many were there."""

    held_on = forms.DateField(
        label="When was the workshop?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": NO_DATE, "invalid": NO_DATE},
    )
    present = forms.IntegerField(
        label="How many people are here?",
        help_text="Count everyone who can put up a hand.",
        widget=forms.TextInput(attrs=NUMBER),
        error_messages={"required": PRESENT_WRONG, "invalid": PRESENT_WRONG},
    )
    place = forms.CharField(
        label="Where was it?",
        help_text="Write the name of the town or the day centre.",
        max_length=MOST_LETTERS,
        required=False,
    )
    facilitator = forms.CharField(
        label="Who led it?",
        help_text="Write what they are, such as advocacy worker. You do not need a name.",
        max_length=MOST_LETTERS,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in KINDS:
            self.fields[name] = NumberField(label=label, required=False)

    @property
    def kinds(self):
        """The fields that count who was there, as a list of BoundField."""
        return [self[name] for name, _ in KINDS]

    def details(self):
        """What was given, as the flows take it. Returns a dict."""
        return {name: value or (0 if name in dict(KINDS) else "") for name, value in self.cleaned_data.items()}


class StatementForm(forms.Form):
    """One thing that the group said, whose words it is, and how many agreed."""

    words = forms.CharField(
        label="What did people say?",
        help_text="Please do not write a name.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        strip=False,
    )
    whose = forms.ChoiceField(
        label="Whose words are they?",
        choices=WHOSE,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": NO_WHOSE},
    )
    agreed = NumberField(label="How many people agreed?", help_text="You can leave this empty.", required=False)


class SendForm(forms.Form):
    """Whether the group agreed that its words are shown, and how it showed that (3.7)."""

    publish = forms.ChoiceField(
        label="May we show the words of the group to other people?",
        help_text="Ask the group. Everyone can say no.",
        choices=[("", "No, or I did not ask"), *supporting.HOW_AGREED],
        required=False,
    )
