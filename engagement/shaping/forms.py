"""The form of a draft: each change names somebody and says why."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm

from easyread.writing.widgets import EasyReadInput, EasyReadTextarea
from engagement.bodies.models import Body
from engagement.heard.models import Quote, Theme
from engagement.people.rows import ChoicesOnce, RowForm

from .flows.versions import CHANGED
from .gates import is_out, what_is_unfounded
from .models import Draft

NAMES_NOBODY = "Say because of whom: choose a quote, a theme or a body."
OTHER_PLAN = "A theme or a quote is of another plan. Choose one of this plan."
SAYS_NOTHING = "Say what changed: before, after or both."
NOBODY = [("", "---------")]


class ChangeForm(RowForm):
    """One change of a draft."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.comment_id:  # what a person said of the very sentence is behind it already
            return cleaned
        if not any(cleaned.get(name) for name in ("quote", "theme", "body")):
            self.add_error("theme", NAMES_NOBODY)
        if not any((cleaned.get(name) or "").strip() for name in ("before", "after")):
            self.add_error("after", SAYS_NOTHING)
        return cleaned


class DraftForm(WagtailAdminModelForm):
    """A draft with its changes. Once it is made, it stays a draft of the same plan."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.others = None  # what somebody else saved meanwhile (Draft)
        if self.instance.pk:
            self.fields["proposal"].disabled = True
            self.fields["proposal"].widget = forms.Select()  # a chooser would ask for the page twice more (F2)
            self.fields["proposal"].choices = [(self.instance.proposal_id, str(self.instance.proposal))]
        self.fields["groups"].choices = self.choices_once.known[Body][1:]
        self.fields["approved_by"].widget = forms.Select()
        self.fields["approved_by"].choices = self.choices_once.known[Body]

    @cached_property
    def choices_once(self):
        """The lists that all changes choose from: the themes and quotes of what was heard of this plan, and of what it
        began with."""
        plan = self.instance.proposal if self.instance.proposal_id else None
        themes = (Theme.objects.behind(plan) if plan else Theme.objects.public()).select_related("round")
        quotes = (
            Quote.objects.select_related("theme").exclude(words="").filter(answer__held_out=False, theme__in=themes)
        )
        named = [(theme.pk, f"{theme.round.title}: {theme.title}") for theme in themes]
        quoted = [(quote.pk, f"{quote.theme.title}: {quote.words[:80]}") for quote in quotes]
        bodies = list(Body.objects.values_list("pk", "name"))
        return ChoicesOnce({Theme: NOBODY + named, Quote: NOBODY + quoted, Body: NOBODY + bodies})

    def clean(self):
        cleaned = super().clean()
        self.refuse_to_write_over(cleaned)
        changes, proposal = self.formsets["changes"], cleaned.get("proposal")
        if proposal and changes.is_valid():
            themes = {pk for form in changes.forms for pk in themes_of(form.cleaned_data)}
            if themes - set(Theme.objects.behind(proposal).values_list("pk", flat=True)):
                self.add_error(None, OTHER_PLAN)
            kept = [form.instance for form in changes.forms if form not in changes.deleted_forms]
            self.refuse_unfounded(cleaned, kept)
        return cleaned

    def refuse_to_write_over(self, cleaned):
        """What somebody else saved meanwhile is seen first; a form that says no version saw none."""
        if not self.instance.pk:
            return
        stored = Draft.objects.get(pk=self.instance.pk)
        seen = self.data.get("seen_version", "")  # what the writer had before them (panels.BothEditors)
        cleaned["seen_version"] = int(seen) if seen.isascii() and seen.isdigit() else 0
        if cleaned["seen_version"] != stored.version:
            self.others = stored
            self.add_error(None, CHANGED)

    def refuse_unfounded(self, cleaned, changes):
        """A draft that people can see stays one whose changes have somebody behind them. `changes`: a list."""
        if not is_out(self.instance):
            return
        names = ("proposal", "number", "easy_read", "unknown")
        for sentence in what_is_unfounded(Draft(**{name: cleaned.get(name) for name in names}), changes):
            self.add_error(None, sentence)


def themes_of(change):
    """The pks of the themes that a change (dict of cleaned values) names, itself or by its quote."""
    if theme := change.get("theme"):
        yield theme.pk
    if quote := change.get("quote"):
        yield quote.theme_id


class PublishForm(forms.Form):
    """From which day a draft is."""

    on = forms.DateField(
        label="The day of this draft",
        required=False,
        help_text="Empty: today.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    date_words = forms.CharField(
        label="When you do not know the day: what you know",
        required=False,
        max_length=120,
        widget=EasyReadInput,
        help_text="In Easy Read. Then there is no day.",
    )


class AnswerForm(forms.Form):
    """What becomes of what people said about one sentence or picture."""

    taken = forms.TypedChoiceField(
        label="What do you do?",
        choices=[("yes", "We change it"), ("no", "We do not change it")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    after = forms.CharField(
        label="What the next draft says",
        required=False,
        widget=EasyReadTextarea(attrs={"rows": 4}),
        help_text="Only when you change it. One Easy Read sentence on each line. Empty: it is taken out.",
    )
    reason = forms.CharField(
        label="Why?",
        widget=EasyReadTextarea(attrs={"rows": 4}),
        help_text="Everybody can read this. One Easy Read sentence on each line.",
    )
    standard = forms.CharField(label="The reason in standard words", required=False, widget=forms.Textarea)
    until = forms.IntegerField(required=False, widget=forms.HiddenInput)  # what came later is answered by itself

    def __init__(self, *args, is_picture=False, **kwargs):
        super().__init__(*args, **kwargs)
        if is_picture:  # another picture is chosen in the draft itself
            del self.fields["after"]


class WriterForm(forms.Form):
    """One person who said yes to being named."""

    name = forms.CharField(label="The name, as the person wants it to be shown", max_length=80)
    how = forms.CharField(label="How did they say yes?", max_length=160, help_text="Such as: on paper, at a workshop.")
    on = forms.DateField(
        label="On which day?",
        required=False,
        help_text="Empty: today.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
