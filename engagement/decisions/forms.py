"""What is filled in about a decision: the meeting, the words, a reply to each theme, and what happens next."""

from django import forms
from django.forms import RadioSelect

from easyread.writing.widgets import EasyReadInput, EasyReadTextarea
from engagement.bodies.models import Body

from .models import Decision, Reply, Update
from .permissions import bodies_of

ONE_A_LINE = "In Easy Read. One sentence on each line. 15 words or fewer."
BEFORE = "Needed when the body decided. On or before the day of the meeting."


def area(rows):
    """A place to type several lines, `rows` (int) of them to see at first."""
    return forms.Textarea(attrs={"rows": rows})


def easy(rows):
    """The same for Easy Read words: what is hard in them is shown while somebody writes."""
    return EasyReadTextarea(attrs={"rows": rows})


def day():
    """A place to give a day, with the browser's own calendar."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class MeetingForm(forms.Form):
    """Which body met, and when."""

    body = forms.ModelChoiceField(label="Which body met?", queryset=Body.objects.none())
    held_on = forms.DateField(label="On which day did it meet?", widget=day())
    place = forms.CharField(label="Where did it meet?", required=False, max_length=200)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies_of(user)


class WordsForm(forms.Form):
    """What the body did, and why."""

    kind = forms.ChoiceField(label="What did the body do?", choices=Decision.Kind.choices, widget=RadioSelect)
    title = forms.CharField(
        label="What was decided, in one sentence", max_length=160, widget=EasyReadInput, help_text="In Easy Read."
    )
    plain = forms.CharField(label="What was decided", widget=easy(4), help_text=ONE_A_LINE)
    why = forms.CharField(label="Why", widget=easy(4), help_text=ONE_A_LINE)
    standard = forms.CharField(label="The decision in standard words", required=False, widget=area(4))
    next_body = forms.ModelChoiceField(
        label="Which body answers next?",
        required=False,
        queryset=Body.objects.all(),
        help_text="Always needed, unless the body decided.",
    )
    next_by = forms.DateField(label="By which day do they answer?", required=False, widget=day())
    answers = forms.ModelChoiceField(
        label="Which earlier decision does this answer or put right?",
        required=False,
        queryset=Decision.objects.none(),
        help_text="A published decision is never changed. A later one puts it right.",
    )
    correction_reason = forms.CharField(
        label="Why is there a newer decision?",
        required=False,
        widget=easy(2),
        help_text="Needed when this puts a decision right. Everybody can read it. One sentence on each line.",
    )
    equality_note = forms.CharField(
        label="How did they think about what is fair?", required=False, widget=easy(3), help_text=ONE_A_LINE
    )
    note_opened_on = forms.DateField(
        label="On which day did they open the equality note?", required=False, widget=day(), help_text=BEFORE
    )
    voices_opened_on = forms.DateField(
        label="On which day did they open the summary of voices?", required=False, widget=day(), help_text=BEFORE
    )

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answers"].queryset = Decision.objects.published().filter(proposal=proposal)


class ReplyForm(forms.Form):
    """What the body answers to one theme, and why. Left empty, the theme has no reply yet."""

    answer = forms.ChoiceField(
        label="Their answer", required=False, choices=[("", "No answer yet"), *Reply.Answer.choices]
    )
    reason = forms.CharField(label="Why", required=False, widget=easy(3), help_text=ONE_A_LINE)
    standard = forms.CharField(label="The reason in standard words", required=False, widget=area(2))
    whose = forms.ModelChoiceField(
        label="Which body can answer?",
        required=False,
        queryset=Body.objects.all(),
        help_text="Only when it is not theirs to decide.",
    )
    answer_by = forms.DateField(
        label="By which day is there an answer?", required=False, widget=day(), help_text="Only when it is not yet."
    )
    needed = {
        "reason": ("Say why in Easy Read.", set(Reply.Answer.values)),
        "whose": ("Say which body can answer.", {Reply.Answer.NOT_OURS}),
        "answer_by": ("Say by which day there is an answer.", {Reply.Answer.NOT_YET}),
    }

    def __init__(self, *args, theme, **kwargs):
        super().__init__(*args, prefix=f"theme-{theme.pk}", **kwargs)
        self.theme = theme

    def clean(self):
        cleaned = super().clean()
        answer = cleaned.get("answer")
        if not answer and any(cleaned.get(name) for name in ("reason", "standard", "whose", "answer_by")):
            self.add_error("answer", "Choose their answer.")
        for name, (sentence, answers) in self.needed.items():
            if answer in answers and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return cleaned

    def reply(self):
        """What the flow takes, as a dict; None when the theme has no reply yet."""
        return {"theme": self.theme, **self.cleaned_data} if self.cleaned_data["answer"] else None


class ActionForm(forms.Form):
    """A thing that somebody does because of the decision."""

    what = forms.CharField(
        label="What is done", max_length=200, widget=EasyReadInput, help_text="In one Easy Read sentence."
    )
    owner = forms.ModelChoiceField(label="Which body does it?", queryset=Body.objects.all())
    owner_role = forms.CharField(
        label="Who in that body?", required=False, max_length=120, help_text="A role and never a name."
    )
    due_on = forms.DateField(label="By which day?", widget=day())


class ActionOfReplyForm(ActionForm):
    """An action of a decision that is recorded already, with the reply it is for."""

    reply = forms.ModelChoiceField(label="Because of which theme?", required=False, queryset=Reply.objects.none())

    def __init__(self, *args, decision, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reply"].queryset = decision.replies.select_related("theme")
        self.fields["reply"].label_from_instance = lambda reply: reply.theme.title


class UpdateForm(forms.Form):
    """What was done about an action."""

    state = forms.ChoiceField(label="How does it stand?", choices=Update.State.choices, widget=RadioSelect)
    happened_on = forms.DateField(label="On which day?", widget=day())
    words = forms.CharField(label="What was done, or why not", widget=easy(3), help_text=ONE_A_LINE)
