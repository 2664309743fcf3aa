"""Recording a decision, and writing it anew until it is published: one form for the whole."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages

from engagement.people.staff import StaffScreen, tell_form
from engagement.proposals.models import ProposalPage

from .. import flows
from ..models import Decision
from ..whole_form import WholeForm
from .outcomes import A_PAGE, OfOutcome, SeesOutcomes


class Records(SeesOutcomes):
    """Screens for those who may record a decision."""

    def allowed(self, user):
        return user.has_perm("decisions.record_decision")


class ChoosePlan(Records, StaffScreen):
    """Which plan the decision is about."""

    template_name = "decisions/choose_plan.html"
    page_title = "Record a decision"

    def get_context_data(self, **kwargs):
        plans = (
            ProposalPage.objects.live().select_related("decided_by").defer("easy_read", "standard").order_by("title")
        )
        page = Paginator(plans, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, **kwargs)


class WholeScreen(Records, StaffScreen):
    """One form for a whole decision; what was typed stays when something is wrong (Q13)."""

    template_name = "decisions/record.html"

    def make_form(self, data=None):
        """The WholeForm of this screen, with `data` (QueryDict) when it was sent."""
        raise NotImplementedError

    def run(self, **values):
        """Keep it. Returns the Decision. Raises ValidationError when a flow refuses."""
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if form.is_valid():
            try:
                decision = self.run(**form.cleaned())
            except ValidationError as refusal:
                self.tell(form, refusal)
            else:
                messages.success(request, "Saved. Nobody else can see it before it is published.")
                return redirect(reverse("outcomes:one", args=[decision.pk]))
        return self.render_to_response(self.get_context_data(whole=form))

    @staticmethod
    def tell(form, refusal):
        """Put a flow's `refusal` on the part of the `form` (WholeForm) that holds the field it names."""
        fields = set(getattr(refusal, "error_dict", {}))
        in_meeting = form.meeting and fields & set(form.meeting.fields)
        tell_form(form.meeting if in_meeting else form.words, refusal)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("whole", self.make_form())
        return super().get_context_data(proposal=self.proposal, **kwargs)


def replies_of(decision):
    """What a `decision` (Decision) replies to each theme, for a form: a dict pk of the theme → dict."""
    names = ("answer", "reason", "standard", "whose", "answer_by")
    return {row["theme"]: row for row in decision.replies.values("theme", *names)}


class Record(WholeScreen):
    """Records a new decision about a plan; ?answers= names an earlier one, whose replies are then the first words."""

    page_title = "Record a decision"

    @cached_property
    def proposal(self):
        return get_object_or_404(ProposalPage.objects.select_related("decided_by"), pk=self.kwargs["proposal"])

    @cached_property
    def earlier(self):
        given = self.request.GET.get("answers", "")
        found = Decision.objects.published().filter(proposal=self.proposal)
        return found.filter(pk=int(given)).first() if given.isascii() and given.isdigit() and len(given) < 18 else None

    def make_form(self, data=None):
        initial = {"body": self.proposal.decided_by_id, "answers": self.earlier}
        replies = replies_of(self.earlier) if self.earlier else None
        return WholeForm(data, user=self.request.user, proposal=self.proposal, initial=initial, replies=replies)

    def run(self, **values):
        return flows.record_from_minutes(by=self.request.user, proposal=self.proposal, **values)


class Change(OfOutcome, WholeScreen):
    """Writes an unpublished decision anew."""

    page_title = "Change"

    @cached_property
    def proposal(self):
        return self.decision.proposal

    def make_form(self, data=None):
        names = ("kind", *flows.recording.TEXTS, *flows.recording.OTHERS)
        initial = {name: getattr(self.decision, name) for name in names}
        return WholeForm(
            data,
            user=self.request.user,
            proposal=self.proposal,
            initial=initial,
            replies=replies_of(self.decision),
            with_meeting=False,
        )

    def run(self, **values):
        return flows.change_decision(decision=self.decision, by=self.request.user, **values)

    def get_context_data(self, **kwargs):
        return super().get_context_data(decision=self.decision, **kwargs)
