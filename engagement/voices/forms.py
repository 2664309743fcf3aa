"""About you: optional, on a page of its own, and stored apart from what was said."""

from django import forms

from .about import HELPED, PLACES, WHO, WHOSE
from .models import Consent
from .models.voices import Provenance


class AboutForm(forms.Form):
    """Who is speaking, where they live, who helped, whose words they are, and whether they may be shown.

    `asked_for`: of Consent.Kind, which of picture, voice and film the person gave; each is asked by itself (3.7).
    """

    who = forms.MultipleChoiceField(
        label="Who are you?",
        help_text="You can choose more than 1.",
        choices=WHO,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.ChoiceField(
        label="Where in Kent do you live?",
        help_text="You can leave this empty.",
        choices=[("", "Choose a place"), *((name, name) for name in PLACES)],
        required=False,
    )
    helped = forms.ChoiceField(
        label="Did someone help you?",
        help_text="It is fine to have help.",
        choices=HELPED,
        required=False,
        widget=forms.RadioSelect,
    )
    whose = forms.ChoiceField(
        label="Whose words are they?",
        choices=WHOSE,
        initial=Provenance.OWN_WORDS,
        required=False,
        widget=forms.RadioSelect,
    )
    publish = forms.BooleanField(label="Yes, you may show my words to other people", required=False)
    picture = forms.BooleanField(label="Yes, you may show my picture to other people", required=False)
    voice = forms.BooleanField(label="Yes, other people may hear my voice", required=False)
    film = forms.BooleanField(label="Yes, other people may see my film", required=False)

    def __init__(self, *args, asked_for=(), **kwargs):
        super().__init__(*args, **kwargs)
        for kind in (Consent.Kind.PICTURE, Consent.Kind.VOICE, Consent.Kind.FILM):
            if kind not in asked_for:
                del self.fields[kind.value]
