"""The Programme Management Unit says how many people a round hopes to hear: by group, place and kind of support."""

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm, StaffScreen
from engagement.proposals.models import RoundPage

from ..about import PLACES
from ..flows import remove_target, set_target
from ..flows.sending import LONG_TEXTS
from ..flows.targets import MOST
from ..models import Target
from ..models.targets import GROUPS, SUPPORTED
from ..numbers.pages import HEADINGS

CHOICES = [
    (HEADINGS["place"], [(f"place:{place}", place) for place in PLACES]),
    (HEADINGS["group"], [(f"group:{value}", label) for value, label in GROUPS]),
    (HEADINGS["support"], [(f"support:{value}", label) for value, label in SUPPORTED]),
]


class TargetForm(forms.Form):
    """Whom we hope to hear, and how many of them."""

    what = forms.ChoiceField(label="Whom do you hope to hear?", choices=[("", "Choose 1"), *CHOICES])
    hoped = forms.IntegerField(label="How many people?", min_value=1, max_value=MOST)


class ForTheUnit:
    """What is done with targets."""

    header_icon = "group"

    def allowed(self, user):
        return user.has_perm("voices.set_targets")


class TargetRounds(ForTheUnit, StaffScreen):
    """The rounds that have not closed, and those with targets."""

    template_name = "voices/numbers/target_rounds.html"
    page_title = "Whom we hope to hear"

    def get_context_data(self, **kwargs):
        rounds = RoundPage.objects.live().defer(*LONG_TEXTS).order_by("-opens_on", "title")
        return super().get_context_data(rounds=rounds.prefetch_related("targets")[:100], **kwargs)


class RoundTargets(ForTheUnit, StaffForm):
    """The targets of one round, with a form that adds or replaces one."""

    form_class = TargetForm
    template_name = "voices/numbers/targets.html"
    page_title = "Whom we hope to hear"
    done = "Saved. Workers see it now."

    @cached_property
    def round(self):
        return get_object_or_404(RoundPage.objects.defer(*LONG_TEXTS), pk=self.kwargs["pk"])

    def above(self):
        return [(reverse("targets:index"), "Whom we hope to hear")]

    def get_success_url(self):
        return reverse("targets:round", args=[self.round.pk])

    def run(self, form):
        kind, _, value = form.cleaned_data["what"].partition(":")
        return set_target(
            round=self.round, by=self.request.user, kind=kind, value=value, hoped=form.cleaned_data["hoped"]
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(round=self.round, targets=list(self.round.targets.all()), **kwargs)


class RemoveTarget(ForTheUnit, StaffDeed):
    """Takes one target away."""

    done = "This target is gone."

    def run(self, request):
        remove_target(
            target=get_object_or_404(Target, pk=self.kwargs["target"], round=self.kwargs["pk"]), by=request.user
        )

    def back(self):
        return reverse("targets:round", args=[self.kwargs["pk"]])
