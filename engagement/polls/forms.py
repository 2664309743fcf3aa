"""The forms by which two members of staff give an answered question new words."""

from django import forms
from wagtail.images.widgets import AdminImageChooser

from easyread.models import Picture
from easyread.writing.widgets import EasyReadInput, EasyReadTextarea

EASY = "In Easy Read."


class WordsForm(forms.Form):
    """The wording of one question, with the words and the picture of each of its choices. `earlier`: a wording."""

    text = forms.CharField(label="The question", max_length=200, widget=EasyReadInput(question=True), help_text=EASY)
    standard_text = forms.CharField(label="In standard words", max_length=400, required=False)
    help = forms.CharField(label="Help", max_length=200, required=False, widget=EasyReadInput, help_text=EASY)

    def __init__(self, *args, earlier, **kwargs):
        super().__init__(*args, **kwargs)
        self.earlier = earlier
        self.fields["picture"] = picture_field("Picture", earlier["picture"])
        for number, choice in enumerate(earlier["choices"], start=1):
            key, name = choice["id"], f"Choice {number}"
            self.fields[f"choice-{key}"] = forms.CharField(
                label=name, max_length=120, widget=EasyReadInput, initial=choice["text"]
            )
            self.fields[f"standard-{key}"] = forms.CharField(
                label=f"{name} in standard words", max_length=200, required=False, initial=choice["standard_text"]
            )
            self.fields[f"picture-{key}"] = picture_field(f"Picture of choice {number}", choice["picture"])
        for name in ("text", "standard_text", "help"):
            self.fields[name].initial = earlier[name]
        self.fields["why"] = forms.CharField(
            label="Why does it mean the same?",
            widget=EasyReadTextarea(attrs={"rows": 3}),
            help_text="In Easy Read. One sentence on each line. Everybody can read it.",
        )

    def later(self):
        """The wording that was typed, as `flows.ask_correction` takes it. Returns a dict."""
        given = self.cleaned_data
        return {
            "text": given["text"].strip(),
            "standard_text": given["standard_text"].strip(),
            "help": given["help"].strip(),
            "picture": given["picture"] and given["picture"].pk,
            "choices": [
                {
                    "id": choice["id"],
                    "text": given[f"choice-{choice['id']}"].strip(),
                    "standard_text": given[f"standard-{choice['id']}"].strip(),
                    "picture": (picture := given[f"picture-{choice['id']}"]) and picture.pk,
                }
                for choice in self.earlier["choices"]
            ],
        }


def picture_field(label, initial):
    """A field that chooses a picture of the bank. `initial`: its id (int) or None."""
    return forms.ModelChoiceField(
        Picture.objects.all(), label=label, required=False, initial=initial, widget=AdminImageChooser
    )


class SettleForm(forms.Form):
    """What the second person says."""

    verdict = forms.ChoiceField(
        label="Do the new words mean the same?",
        choices=[("yes", "Yes. Change the words now."), ("no", "No. Leave the question as it is.")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one answer."},
    )
    refusal = forms.CharField(
        label="Why not?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Leave this empty when you say yes. The person who asked reads it.",
    )
