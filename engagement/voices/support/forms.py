"""What a worker tells of a visit, one thing on a page. Each may be left for later; sending asks for what is missing."""

from django import forms

from .. import supporting
from ..about import PLACES
from ..models.voices import Provenance, Speaking

WHO = [(value, label) for value, label in Speaking.choices if value not in (Speaking.SEVERAL, Speaking.NOT_SAID)]


class WhoseForm(forms.Form):
    """Whose words they are (3.2)."""

    whose = forms.ChoiceField(
        label="Whose words are they?", choices=supporting.WHOSE, required=False, widget=forms.RadioSelect
    )


class MoreForm(forms.Form):
    """More about a summary, and about what was seen: only what there is in this visit. `kinds`: set of Provenance."""

    agreed = forms.ChoiceField(
        label="Did the person agree with your summary?",
        choices=supporting.AGREED,
        required=False,
        widget=forms.RadioSelect,
    )
    seen_by = forms.CharField(
        label="Who saw it?",
        help_text="Write what they are to the person, such as support worker. Do not write a name.",
        max_length=supporting.MOST_SEEN_BY,
        required=False,
    )
    how_sure = forms.ChoiceField(
        label="How sure are you what it means?", choices=supporting.SURE, required=False, widget=forms.RadioSelect
    )
    OF = {Provenance.SUMMARY: ["agreed"], Provenance.OBSERVED: ["seen_by", "how_sure"]}

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        for kind, names in self.OF.items():
            if kind not in kinds:
                for name in names:
                    del self.fields[name]


class HowForm(forms.Form):
    """How it was explained, and how the person showed their answers (3.1). `by_phone`: what can be on the telephone."""

    explained = forms.MultipleChoiceField(
        label="How did you explain the questions?",
        help_text="You can choose more than 1.",
        choices=supporting.EXPLAINED,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    showed = forms.MultipleChoiceField(
        label="How did the person show their answers?",
        help_text="You can choose more than 1.",
        choices=supporting.SHOWED,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, by_phone=False, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values() if by_phone else ():
            field.choices = supporting.by_phone(field.choices)


class PersonForm(forms.Form):
    """Who is speaking and where they live; both may be left out."""

    who = forms.MultipleChoiceField(
        label="Who is the person?",
        help_text="Ask the person. You can choose more than 1.",
        choices=WHO,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.ChoiceField(
        label="Where in Kent do they live?",
        help_text="You can leave this empty.",
        choices=[("", "Choose a place"), *((name, name) for name in PLACES)],
        required=False,
    )


class AgreeForm(forms.Form):
    """What the person agrees to: each thing by itself, and how they showed it (3.7).

    `asked_for`: of Consent.Kind, which of picture and voice there is something of.
    """

    def __init__(self, *args, asked_for=(), **kwargs):
        super().__init__(*args, **kwargs)
        for kind, label in supporting.agreements_for(asked_for):
            self.fields[str(kind)] = forms.ChoiceField(
                label=label, choices=[("", "No, or I did not ask"), *supporting.HOW_AGREED], required=False
            )
