"""What the PMU fills in: a reading, a theme, a quote, and what was heard."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from easyread.writing.widgets import EasyReadInput, EasyReadTextarea
from engagement.proposals.models import ProposalPage

from .models import Theme

ONE_A_LINE = "One sentence on each line. 15 words or fewer."


class ReadingForm(forms.Form):
    """May these words be shown?"""

    SHOW, PART, HIDE = "show", "part", "hide"
    CHOICES = [
        (SHOW, "Yes, all of them"),
        (PART, "Yes, with some words taken out"),
        (HIDE, "No, do not show them"),
    ]

    decision = forms.ChoiceField(label="May these words be shown?", choices=CHOICES, widget=forms.RadioSelect)
    shown_words = forms.CharField(
        label="The words that may be shown",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Take out names, places and anything that shows who it is. We keep the words as they were said.",
    )
    reason = forms.CharField(
        label="Why words are taken out, or not shown",
        required=False,
        max_length=255,
        help_text="One sentence. Leave it empty when all the words may be shown.",
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == self.PART and not cleaned.get("shown_words", "").strip():
            self.add_error("shown_words", "Write the words that may be shown.")
        return cleaned

    def reading(self):
        """What the flow `read_answer` takes, as a dict."""
        decision = self.cleaned_data["decision"]
        return {
            "may_show": decision != self.HIDE,
            "shown_words": self.cleaned_data["shown_words"] if decision == self.PART else "",
            "reason": "" if decision == self.SHOW else self.cleaned_data["reason"],
        }


class LookForm(forms.Form):
    """May this picture or sound be shown?"""

    SHOW, HIDE = "show", "hide"

    words = forms.CharField(
        label="What is said, or what there is to see",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Write down exactly what is said or signed. Of a picture: what it shows. We say that staff wrote it.",
    )
    decision = forms.ChoiceField(
        label="May everybody see or hear it?",
        choices=[(SHOW, "Yes, when the person agreed"), (HIDE, "No, do not show it")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Why it is not shown",
        required=False,
        max_length=255,
        help_text="One sentence, such as: a face or a name can be seen. Leave it empty when it may be shown.",
    )

    def looked(self):
        """What the flow `look_at` takes, as a dict."""
        may_show = self.cleaned_data["decision"] == self.SHOW
        reason = "" if may_show else self.cleaned_data["reason"]
        return {"may_show": may_show, "words": self.cleaned_data["words"], "reason": reason}


class WorriedForm(forms.Form):
    """Why somebody is worried."""

    worry = forms.CharField(
        label="What are you worried about?",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="You can leave this empty. Only the safeguarding lead sees it.",
    )


class WorryWordForm(forms.Form):
    """A word by which answers are read first."""

    word = forms.CharField(label="Word", max_length=60, help_text="* stands for any ending: hurt* finds hurting.")


class ThemeForm(WagtailAdminModelForm):
    """The words of a theme."""

    class Meta:
        model = Theme
        fields = ["title", "plain", "standard", "picture"]
        labels = {"title": "Name", "plain": "What people said", "standard": "The same in standard words"}
        help_texts = {"title": "A few everyday words.", "plain": ONE_A_LINE, "standard": ""}
        widgets = {
            "title": EasyReadInput,
            "plain": EasyReadTextarea(attrs={"rows": 4}),
            "standard": forms.Textarea(attrs={"rows": 3}),
            "picture": AdminImageChooser,
        }

    def _post_clean(self):
        """Nothing: the flow writes the theme and checks its name, so the row must stay as it is."""


class QuoteForm(forms.Form):
    """Which words of an answer are shown."""

    words = forms.CharField(
        label="The words to show",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Exactly as the person said them. You can leave out words at the start or at the end.",
    )


class AccountForm(forms.Form):
    """What we heard, before it is published."""

    plain = forms.CharField(label="What we heard", widget=EasyReadTextarea(attrs={"rows": 6}), help_text=ONE_A_LINE)
    standard = forms.CharField(
        label="The same in standard words", required=False, widget=forms.Textarea(attrs={"rows": 5})
    )


class CorrectionForm(AccountForm):
    """What we heard, put right after it was published."""

    reason = forms.CharField(
        label="Why you change it",
        widget=EasyReadTextarea(attrs={"rows": 2}),
        help_text="In Easy Read. Everybody can read the reason.",
    )
    field_order = ["reason", "plain", "standard"]


class TakeDownForm(forms.Form):
    """Why what we heard is taken down."""

    reason = forms.CharField(
        label="Why you take it down",
        widget=EasyReadTextarea(attrs={"rows": 3}),
        help_text="In Easy Read. Everybody can read the reason.",
    )


class ThemeCorrectionForm(forms.Form):
    """The words of a theme that everybody can read already, put right."""

    reason = forms.CharField(
        label="Why you change it",
        widget=EasyReadTextarea(attrs={"rows": 2}),
        help_text="In Easy Read. Everybody can read the reason.",
    )
    title = forms.CharField(label="Name", max_length=120, widget=EasyReadInput, help_text="A few everyday words.")
    plain = forms.CharField(label="What people said", widget=EasyReadTextarea(attrs={"rows": 4}), help_text=ONE_A_LINE)
    standard = forms.CharField(
        label="The same in standard words", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class StartedPlanForm(forms.Form):
    """Which plan began with a theme."""

    proposal = forms.ModelChoiceField(
        label="Which plan began with this?",
        queryset=ProposalPage.objects.none(),
        help_text="Only plans that everybody can read. Write and publish the plan first.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposal"].queryset = ProposalPage.objects.live().only("title").order_by("title")
