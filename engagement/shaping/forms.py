"""The form of a draft: each change names somebody and says why."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm

from engagement.bodies.models import Body
from engagement.heard.models import Quote, Theme
from engagement.people.rows import ChoicesOnce, RowForm
from engagement.proposals.models import RoundPage

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
        if not any(cleaned.get(name) for name in ("quote", "theme", "body")):
            self.add_error("theme", NAMES_NOBODY)
        if not any((cleaned.get(name) or "").strip() for name in ("before", "after")):
            self.add_error("after", SAYS_NOTHING)
        return cleaned


class DraftForm(WagtailAdminModelForm):
    """A draft with its changes. Once it is made, it stays a draft of the same plan."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["proposal"].disabled = True
            self.fields["proposal"].widget = forms.Select()  # a chooser would ask for the page twice more (F2)
            self.fields["proposal"].choices = [(self.instance.proposal_id, str(self.instance.proposal))]
        self.fields["groups"].choices = self.choices_once.known[Body][1:]

    @cached_property
    def choices_once(self):
        """The lists that all changes choose from: the themes and quotes of what was heard of this plan."""
        themes = Theme.objects.filter(round__what_we_heard__published_at__isnull=False).select_related("round")
        quotes = Quote.objects.select_related("theme").exclude(words="").filter(theme__in=themes)
        if self.instance.proposal_id:
            rounds = RoundPage.objects.child_of(self.instance.proposal)
            themes, quotes = themes.filter(round__in=rounds), quotes.filter(theme__round__in=rounds)
        named = [(theme.pk, f"{theme.round.title}: {theme.title}") for theme in themes]
        quoted = [(quote.pk, f"{quote.theme.title}: {quote.words[:80]}") for quote in quotes]
        bodies = list(Body.objects.values_list("pk", "name"))
        return ChoicesOnce({Theme: NOBODY + named, Quote: NOBODY + quoted, Body: NOBODY + bodies})

    def clean(self):
        cleaned = super().clean()
        changes, proposal = self.formsets["changes"], cleaned.get("proposal")
        if proposal and changes.is_valid():
            themes = {pk for form in changes.forms for pk in themes_of(form.cleaned_data)}
            known = RoundPage.objects.child_of(proposal)
            if Theme.objects.filter(pk__in=themes).exclude(round__in=known).exists():
                self.add_error(None, OTHER_PLAN)
            kept = [form.instance for form in changes.forms if form not in changes.deleted_forms]
            self.refuse_unfounded(cleaned, kept)
        return cleaned

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
        help_text="In Easy Read. Then there is no day.",
    )
