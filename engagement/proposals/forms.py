"""The forms in which plans and rounds are written. Rooms to the left may refuse what they must keep, through a hook."""

from django import forms
from django.db.models import Q
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateInput

from easyread.writing.widgets import EasyReadTextarea
from engagement.bodies.models import Body

from .fixed import SWITCHES, kept_of

HELPS = {
    "promise": "We tell it to people before they answer. It cannot change once people were told.",
    "promise_words": "1 or 2 sentences. One Easy Read sentence on each line.",
    "closes_on": "People need 12 weeks. Only “Tell us something” has no last day.",
    "minutes": "About how many. People see it before they start.",
    "small_round": "Hide even the totals. Use it when very few people take part, and a total could tell who they are.",
}
ONLY_WHO_DECIDES = "Only bodies that can decide are here. What a body can decide stands in the menu “Who decides”."
CANNOT_DECIDE = "This body has no authority to decide. Choose a body that decides."
HAS_ENDED = "This body has ended. Choose another body."
CLOSES_FIRST = "The last day is before the first day. Choose a later day."
TOLD = "This cannot change now. People were told it."
MOVES = "This moves only to a later day, with a reason that everybody can read. Open “Opening” in the menu."


SWITCHED = "You can switch this at once. Open “Opening” in the menu, then “Holding back machines”."
WHY = {"closes_on": MOVES, **dict.fromkeys(SWITCHES, SWITCHED)}


class RoundForm(WagtailAdminPageForm):
    """A round's page form. Each hook `check_round(form)` may add errors to it, such as for a vote that has begun."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in HELPS.keys() & self.fields.keys():
            self.fields[name].help_text = HELPS[name]
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
    """A plan's page form: bodies that can decide are offered; once people were told who decides, that stands."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "decided_by" in self.fields:
            offer(self.fields["decided_by"], Body.objects.able_to_decide(), self.instance.decided_by_id, CANNOT_DECIDE)
            self.fields["decided_by"].help_text = ONLY_WHO_DECIDES
            standing = Body.objects.exclude(status=Body.Status.ENDED)
            offer(self.fields["asked_by"], standing, self.instance.asked_by_id, HAS_ENDED)
        if self.instance.pk and self.instance.cleared_rounds().exists():
            fix(self, "decided_by", TOLD)


def offer(field, bodies, chosen, otherwise):
    """Let a `field` (ModelChoiceField) offer `bodies` (queryset of Body), and the body that it has already.

    `chosen`: the pk of that body, or None; `otherwise`: str, said of any other body.
    """
    field.queryset = Body.objects.filter(Q(pk__in=bodies.order_by().values("pk")) | Q(pk=chosen)).order_by("name")
    field.error_messages["invalid_choice"] = otherwise


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
        widget=EasyReadTextarea(attrs={"rows": 4}),
        help_text="Everybody can read this. One Easy Read sentence on each line.",
    )
