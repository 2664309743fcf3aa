"""The forms by which staff add a person's recording of a sentence."""

from django import forms
from django.utils import timezone

AGREED = "The person knows that everybody can hear this, and agrees."


def day_field(label, **options):
    """A field for a day, with the browser's own calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class SentenceForm(forms.Form):
    """The sound of one sentence, and what the person agreed to (P7)."""

    sound = forms.FileField(
        label="The sound",
        help_text="At most 1 minute. We write it anew, without what your device wrote.",
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )
    agreed = forms.BooleanField(label=AGREED, error_messages={"required": "Ask the person first. Then tick this."})
    agreed_on = day_field("When did the person agree?", initial=timezone.localdate)
    ends_on = day_field(
        "What is the last day on which people may hear it?",
        required=False,
        help_text="Leave this empty when the person set no last day.",
    )
    speaker = forms.CharField(
        label="Which name may we show to other staff?",
        required=False,
        max_length=120,
        help_text="Leave this empty when the person does not want to be named.",
    )


class ReadingForm(SentenceForm):
    """The same for a sentence that staff copy from anywhere on the site."""

    text = forms.CharField(
        label="Which sentence does the person read?",
        help_text="Copy it from the page, letter by letter. Listen finds it by its words.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
    )
    field_order = ["text"]
