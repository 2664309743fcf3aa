"""The screens about opening and closing rounds."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.people.staff import StaffForm, StaffScreen

from . import flows
from .forms import CloseLaterForm, HoldingBackForm
from .models import ProposalPage, RoundPage
from .panels import standing_of
from .permissions import may_close_later, may_see_opening

A_PAGE = 20


class Opening(StaffScreen):
    """Every round that has not closed, with what it still needs before it can open."""

    template_name = "proposals/opening.html"
    page_title = "Opening"
    header_icon = "calendar-check"

    def allowed(self, user):
        return may_see_opening(user)

    def get_context_data(self, **kwargs):
        rows = RoundPage.objects.not_closed().select_related("latest_revision").order_by("opens_on", "pk")
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        rounds = [self.one(row) for row in page]
        plans = ProposalPage.objects.filter(numchild=0).order_by("-latest_revision_created_at", "pk")
        no_round = plans.defer("easy_read", "standard")[:A_PAGE]
        return super().get_context_data(page=page, rounds=rounds, no_round=no_round, **kwargs)

    def one(self, row):
        """What the screen shows of one round. Returns a dict."""
        written = row.latest_revision.as_object() if row.latest_revision and not row.has_opened else row
        return {
            "row": row,
            "plan": row.proposal,
            "standing": standing_of(written),
            "may_move": bool(row.cleared_on and row.closes_on and may_close_later(self.request.user, row)),
            "may_switch": bool(row.cleared_on and may_close_later(self.request.user, row)),
        }


class CloseLater(StaffForm):
    """Moves the last day of a round, with a reason that everybody can read."""

    form_class = CloseLaterForm
    template_name = "proposals/close_later.html"
    page_title = "Close later"
    header_icon = "calendar-check"
    button = "Move the last day"
    done = "The last day is moved. Everybody can read why."

    @cached_property
    def round(self):
        return get_object_or_404(RoundPage, pk=self.kwargs["pk"])

    def allowed(self, user):
        return may_see_opening(user) and may_close_later(user, self.round)

    def above(self):
        return [(reverse("opening:list"), "Opening")]

    def run(self, form):
        return flows.close_later(round=self.round, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("opening:list")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            round=self.round, moves=self.round.moves.all(), back=self.get_success_url(), **kwargs
        )


class HoldingBack(StaffForm):
    """Switches what holds back machines in a round that can open or is open."""

    form_class = HoldingBackForm
    page_title = "Holding back machines"
    header_icon = "calendar-check"
    done = "Saved. It works now."

    @cached_property
    def round(self):
        return get_object_or_404(RoundPage, pk=self.kwargs["pk"])

    def allowed(self, user):
        return may_see_opening(user) and may_close_later(user, self.round)

    def get_page_title(self):
        return f"Holding back machines: {self.round.title}"

    def above(self):
        return [(reverse("opening:list"), "Opening")]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"round": self.round}

    def run(self, form):
        return flows.switch_holding_back(round=self.round, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("opening:list")

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)
