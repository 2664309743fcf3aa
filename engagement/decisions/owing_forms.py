"""What is filled in when a theme is sent to a body, and when the body answers."""

from django import forms
from django.forms import RadioSelect

from engagement.bodies.models import Body

from .forms import ONE_A_LINE, ReplyForm, area, day, easy
from .models import Reply


class SendForm(forms.Form):
    """Which body answers, and by when."""

    body = forms.ModelChoiceField(
        label="Which body answers?", queryset=Body.objects.exclude(status=Body.Status.ENDED).order_by("plain_name")
    )
    due_on = forms.DateField(label="By which day do they answer?", widget=day())


class DebtAnswerForm(forms.Form):
    """What a body answers, why, and who said so."""

    answer = forms.ChoiceField(label="Their answer", choices=Reply.Answer.choices, widget=RadioSelect)
    reason = forms.CharField(label="Why", widget=easy(4), help_text=ONE_A_LINE)
    standard = forms.CharField(label="The reason in standard words", required=False, widget=area(2))
    whose = forms.ModelChoiceField(
        label="Which body can answer?",
        required=False,
        queryset=Body.objects.exclude(status=Body.Status.ENDED).order_by("plain_name"),
        help_text="Only when it is not theirs to decide. That body then has this to answer.",
    )
    answer_by = forms.DateField(
        label="By which day is there an answer?", required=False, widget=day(), help_text="Only when it is not yet."
    )
    role = forms.CharField(
        label="Who answered?", max_length=120, help_text="A role and never a name, such as the chair."
    )
    answered_on = forms.DateField(label="On which day?", widget=day())
    needed = {name: ReplyForm.needed[name] for name in ("whose", "answer_by")}

    def clean(self):
        cleaned = super().clean()
        for name, (sentence, answers) in self.needed.items():
            if cleaned.get("answer") in answers and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return cleaned
