"""What staff fill in about what people ask for a meeting: whether everybody may see it, and the answer."""

from django import forms

from easyread.writing.widgets import EasyReadInput

from .meeting_forms import ONE_A_LINE, area, easy


class ReadForm(forms.Form):
    """Whether everybody may see what somebody asked."""

    SHOW, PART, HIDE = "show", "part", "hide"
    decision = forms.ChoiceField(
        label="May everybody see it?",
        choices=[(SHOW, "Yes, as it is written"), (PART, "Yes, without some words"), (HIDE, "No")],
        widget=forms.RadioSelect,
    )
    shown_words = forms.CharField(
        label="The words without what must not be shown", required=False, widget=area(4), strip=False
    )
    reason = forms.CharField(
        label="Why do you take words out, or not show it?",
        required=False,
        widget=EasyReadInput,
        help_text="In Easy Read, in one sentence.",
    )

    transcript = forms.CharField(
        label="What is said in the sound",
        required=False,
        widget=area(5),
        help_text="Write down exactly what is said. We tell everybody that our staff wrote this down.",
    )
    field_order = ["transcript", "decision", "shown_words", "reason"]

    def __init__(self, *args, has_sound=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_sound:
            del self.fields["transcript"]

    def reading(self):
        """What the flow `read_question` takes, as a dict."""
        values = self.cleaned_data
        part = values["decision"] == self.PART
        return {
            "may_show": values["decision"] != self.HIDE,
            "shown_words": values["shown_words"] if part else "",
            "reason": "" if values["decision"] == self.SHOW else values["reason"],
            "transcript": values.get("transcript", ""),
        }


class AnswerForm(forms.Form):
    """What the body answers."""

    plain = forms.CharField(label="The answer", widget=easy(5), help_text=ONE_A_LINE)
    standard = forms.CharField(label="The answer in standard words", widget=area(3), required=False)
