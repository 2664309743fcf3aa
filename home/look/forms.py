"""The one form of "Make it work for me"."""

from django import forms

from .preferences import CHOICES

LABELS = {
    "text": "How big are the words?",
    "theme": "Which colours?",
    "spacing": "How much space is between the words?",
    "pictures": "How big are the pictures?",
    "less": "How much is on each page?",
    "faces": "Do you want to see faces?",
    "listen": "How fast do we read to you?",
}
ORDER = {"text": ["smaller", "normal", "bigger", "biggest"], "listen": ["slow", "normal", "fast"]}


def question(name):
    """The field of one preference, as rows to press; no answer means the usual value."""
    order = ORDER.get(name, list(CHOICES[name]))
    return forms.ChoiceField(
        label=LABELS[name],
        choices=[(value, CHOICES[name][value]) for value in order],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Please choose 1 of these."},
    )


class LookForm(forms.Form):
    """All that a person may choose, on one page."""

    text = question("text")
    theme = question("theme")
    spacing = question("spacing")
    pictures = question("pictures")
    faces = question("faces")
    less = question("less")
    listen = question("listen")
    back = forms.CharField(widget=forms.HiddenInput, required=False)
