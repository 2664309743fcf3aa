"""What a person with a place, or their supporter, fills in."""

from django import forms

from easyread.media import can_clean
from easyread.media.limits import SOUND
from engagement.bodies.models import BodyQuestion

Whose = BodyQuestion.Whose


class AskForm(forms.Form):
    """A question for a meeting, or "I did not understand this: stop and explain"."""

    item = forms.ModelChoiceField(
        label="What is it about?", queryset=None, required=False, empty_label="The whole meeting"
    )
    words = forms.CharField(
        label="Your question", widget=forms.Textarea(attrs={"rows": 5}), required=False, strip=False
    )
    sound = forms.FileField(
        label="Or say it: record it, or choose a sound",
        help_text="It can be 5 minutes long at most.",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "audio/*,.mp3,.m4a,.wav,.ogg,.webm"}),
    )
    whose = forms.ChoiceField(
        label="Whose words are these?",
        choices=[
            (Whose.READ_BACK, "The words of the person I support. They heard it again and agreed."),
            (Whose.SUPPORTER, "This is my own question."),
        ],
        widget=forms.RadioSelect,
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, meeting, is_own, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = meeting.agenda.all()
        self.fields["item"].label_from_instance = lambda item: item.title
        if not can_clean(SOUND):  # this machine cannot open sounds: people type
            del self.fields["sound"]
        if is_own:
            del self.fields["whose"]
        if kind == BodyQuestion.Kind.STOP:
            self.fields["words"].label = "What was hard? You can leave this empty."


class SupporterForm(forms.Form):
    """Who supports a person with a place."""

    name = forms.CharField(label="What is the name of your supporter?", max_length=80, required=False)
    email = forms.EmailField(label="What is their email address?", required=False)


class NameForm(forms.Form):
    """The name that everybody may read, or none."""

    name = forms.CharField(
        label="Which name can everybody read?",
        max_length=80,
        required=False,
        help_text="Leave this empty to show no name.",
    )
