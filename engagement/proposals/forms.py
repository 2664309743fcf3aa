"""The forms in which plans and rounds are written. Rooms to the left may refuse what they must keep, through a hook."""

from django import forms
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateInput

from .fixed import SWITCHES, kept_of

CLOSES_FIRST = "The last day is before the first day. Choose a later day."
TOLD = "This cannot change now. People were told it."
MOVES = "This moves only to a later day, with a reason that everybody can read. Open “Opening” in the menu."


SWITCHED = "You can switch this at once. Open “Opening” in the menu, then “Holding back machines”."
WHY = {"closes_on": MOVES, **dict.fromkeys(SWITCHES, SWITCHED)}


class RoundForm(WagtailAdminPageForm):
    """A round's page form. Each hook `check_round(form)` may add errors to it, such as for a vote that has begun."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in kept_of(self.instance):
            fix(self, name, WHY.get(name, TOLD))

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", CLOSES_FIRST)
        for check in hooks.get_hooks("check_round"):
            check(self)
        return cleaned


class PlanForm(WagtailAdminPageForm):
    """A plan's page form: once people were told who decides, that stands."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.cleared_rounds().exists():
            fix(self, "decided_by", TOLD)


def fix(form, name, why):
    """Show the field `name` (str) of a `form` without letting anybody change it. `why`: str beside it."""
    if name in form.fields:
        form.fields[name].disabled = True
        form.fields[name].help_text = why


class HoldingBackForm(forms.Form):
    """What holds back machines in one `round` (RoundPage), with the same words as in its page's form."""

    def __init__(self, *args, round, **kwargs):
        super().__init__(*args, **kwargs)
        for name in SWITCHES:
            field = round._meta.get_field(name)
            self.fields[name] = forms.BooleanField(
                label=field.verbose_name, help_text=field.help_text, initial=getattr(round, name), required=False
            )


class CloseLaterForm(forms.Form):
    """A later last day, and why."""

    on = forms.DateField(label="The new last day", widget=AdminDateInput)
    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Everybody can read this. One Easy Read sentence on each line.",
    )
