"""Themes of *Tell us something*: each is published, put right and taken down by itself, and may begin a plan."""

from django.urls import reverse

from engagement.people.staff import StaffDeed, StaffForm

from .. import flows
from ..forms import StartedPlanForm, TakeDownForm, ThemeCorrectionForm
from ..permissions import may_publish
from .themes import OfTheme


class PublishTheme(OfTheme, StaffDeed):
    """Lets everybody read a theme."""

    done = "The theme is published. Everybody can read it now."

    def allowed(self, user):
        return may_publish(user)

    def run(self, request):
        flows.publish_theme(theme=self.theme, by=request.user)


class PutThemeRight(OfTheme, StaffForm):
    """Puts the words of a published theme right."""

    form_class = ThemeCorrectionForm
    page_title = "Put it right"
    done = "It is put right. Everybody can read the reason."

    def allowed(self, user):
        return may_publish(user)

    def get_initial(self):
        return {name: getattr(self.theme, name) for name in ("title", "plain", "standard")}

    def run(self, form):
        return flows.correct_theme(theme=self.theme, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)


class TakeThemeDown(OfTheme, StaffForm):
    """Takes a published theme down."""

    form_class = TakeDownForm
    page_title = "Take it down"
    button = "Take it down"
    done = "It is taken down. Nobody can read it now."

    def allowed(self, user):
        return may_publish(user)

    def run(self, form):
        return flows.take_down_theme(theme=self.theme, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)


class StartPlan(OfTheme, StaffForm):
    """Says that a plan began with a theme."""

    form_class = StartedPlanForm
    page_title = "Which plan began with this?"
    done = "The plan is named. Every card behind this theme leads to it."

    def run(self, form):
        return flows.start_plan(theme=self.theme, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=reverse("heard:theme", args=[self.theme.pk]), **kwargs)
