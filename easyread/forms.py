"""The forms by which staff add a picture, check a page, and say why a live page changes."""

from django import forms
from wagtail.images.forms import BaseImageForm

from .models import EasyReadCheck
from .uploads import rewritten


class PictureForm(BaseImageForm):
    """Rewrites each uploaded picture before it is kept (S3)."""

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if file and "file" in self.changed_data:
            return rewritten(file)
        return file


class CheckForm(forms.Form):
    """What a checker says of a page. In Easy Read: checkers are self-advocates."""

    verdict = forms.ChoiceField(
        label="How is this page?",
        choices=[
            (EasyReadCheck.Verdict.GOOD, "It is good. I understand it."),
            (EasyReadCheck.Verdict.HARD, "It is hard to understand."),
            (EasyReadCheck.Verdict.PICTURE, "A picture is wrong."),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one answer."},
    )
    words = forms.CharField(
        label="What is hard? Which picture is wrong?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="You can leave this empty when the page is good.",
    )
    may_say_name = forms.TypedChoiceField(
        label="May we say your name on the page?",
        choices=[("yes", "Yes, you may say my name."), ("no", "No, do not say my name.")],
        coerce=lambda said: said == "yes",
        initial="no",
        widget=forms.RadioSelect,
        help_text="We only say it when you said that the page is good.",
    )


class ReasonForm(forms.Form):
    """Why a live page changes or comes down."""

    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In Easy Read. One sentence on each line. Everybody can read the reason.",
    )
