"""What the PMU fills in about an organisation: who works there, and how independent it is."""

from django import forms

from .models import Body, Independence


class WorkerForm(forms.Form):
    """Somebody who works there, and how they get their sign-in codes."""

    name = forms.CharField(label="Name", required=False, max_length=150)
    email = forms.EmailField(label="Email", required=False)
    phone = forms.CharField(
        label="Or a mobile phone", required=False, max_length=20, help_text="With +44 in front, such as +447700900123."
    )

    def clean_phone(self):
        return self.cleaned_data["phone"].replace(" ", "")


class IndependenceForm(forms.Form):
    """How the organisation stands to one body."""

    body = forms.ModelChoiceField(label="Body", queryset=Body.objects.order_by("name"))
    kind = forms.ChoiceField(
        label="How does the organisation stand to it?",
        choices=[
            (Independence.Kind.INDEPENDENT, "It is independent of this body"),
            (Independence.Kind.COMMISSIONED, "This body pays it"),
            (Independence.Kind.PROVIDER, "It gives services for this body"),
        ],
        widget=forms.RadioSelect,
    )
