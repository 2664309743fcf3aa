"""What the PMU fills in about ideas, and the name of a theme that is new."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from easyread.writing.widgets import EasyReadInput, EasyReadTextarea

from .forms import ONE_A_LINE
from .models import Idea


class NewThemeForm(forms.Form):
    """The name of a theme that is new."""

    title = forms.CharField(
        label="Name of the new theme",
        required=False,
        max_length=120,
        widget=EasyReadInput,
        help_text="Only for a new theme. A few everyday words.",
    )


class NewIdeaForm(forms.Form):
    """An idea that is new."""

    title = forms.CharField(
        label="A new idea",
        required=False,
        max_length=120,
        widget=EasyReadInput,
        help_text="1 short sentence in everyday words.",
    )


class IdeaForm(WagtailAdminModelForm):
    """The words of an idea."""

    class Meta:
        model = Idea
        fields = ["title", "plain", "picture"]
        labels = {"title": "The idea", "plain": "More about it"}
        help_texts = {
            "title": "1 short sentence in everyday words. People pick it by this sentence.",
            "plain": ONE_A_LINE,
        }
        widgets = {
            "title": EasyReadInput,
            "plain": EasyReadTextarea(attrs={"rows": 4}),
            "picture": AdminImageChooser,
        }

    def _post_clean(self):
        """Nothing: the flow writes the idea and checks it, so the row must stay as it is."""


class TakeDownIdeaForm(forms.Form):
    """Why an idea is taken down."""

    reason = forms.CharField(
        label="Why you take it down",
        widget=EasyReadTextarea(attrs={"rows": 3}),
        help_text="In Easy Read. Everybody can read the reason.",
    )


class TogetherForm(forms.Form):
    """With which idea another one is told."""

    number = forms.IntegerField(
        label="The number of the idea that says the same",
        min_value=1,
        help_text="People then see and pick that idea. Who picked both counts once. You can undo it.",
    )
