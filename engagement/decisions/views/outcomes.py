"""The list of outcomes, one outcome, and what is done with it."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.bodies.permissions import serves
from engagement.people.staff import StaffDeed, StaffForm, StaffScreen

from .. import flows, gates, reports
from ..forms import ActionOfReplyForm, UpdateForm
from ..models import Action, Decision
from ..permissions import bodies_of, may_publish, may_record, records_for_all

A_PAGE = 25


class SeesOutcomes:
    """Screens for those who record decisions: the PMU sees all, a secretary those of their own bodies."""

    header_icon = "clipboard-list"

    def allowed(self, user):
        return user.has_perm("decisions.view_decision")

    def above(self):
        return [(reverse("outcomes:list"), "Outcomes")]

    def visible(self, decisions):
        """Those of `decisions` (queryset) that the person may see here."""
        if records_for_all(self.request.user):
            return decisions
        mine = bodies_of(self.request.user)
        return decisions.filter(Q(meeting__body__in=mine) | Q(actions__owner__in=mine)).distinct()


class Outcomes(SeesOutcomes, StaffScreen):
    """Every decision: what is published, what is owed, and what is late."""

    template_name = "decisions/outcomes.html"
    page_title = "Outcomes"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        page = Paginator(self.visible(reports.listed()), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, today=timezone.localdate(), **kwargs)


class OfOutcome(SeesOutcomes):
    """What is done with one decision."""

    @cached_property
    def decision(self):
        found = Decision.objects.select_related("meeting__body", "proposal", "next_body", "answers", "authority")
        return get_object_or_404(self.visible(found), pk=self.kwargs["pk"])

    def above(self):
        return [*super().above(), (self.get_success_url(), self.decision.title)]

    def get_success_url(self):
        return reverse("outcomes:one", args=[self.decision.pk])

    back = get_success_url


class OneOutcome(OfOutcome, StaffScreen):
    """One decision with its replies and actions, and what must be done before it can be published."""

    template_name = "decisions/outcome.html"

    def get_page_title(self):
        return self.decision.title

    def above(self):
        return super().above()[:1]

    def get_context_data(self, **kwargs):
        decision, user = self.decision, self.request.user
        serves_it = serves(user, decision.body)
        return super().get_context_data(
            decision=decision,
            replies=decision.replies.select_related("theme", "whose"),
            actions=decision.actions.select_related("owner", "reply__theme").prefetch_related("updates"),
            later=decision.answered_by.select_related("meeting__body"),
            reasons=[] if decision.published_at else gates.reasons_not_to_publish(decision),
            took_part=rounds_before(decision) if user.has_perm("voices.set_targets") else [],
            may_publish=may_publish(user),
            may_record=may_record(user, decision.body),
            may_confirm=serves_it and not decision.confirmed_at,
            **kwargs,
        )


def rounds_before(decision):
    """The rounds in whose summary a `decision` was published: who took part, against whom was hoped (3.11)."""
    texts = (f"round__{name}" for name in ("easy_read", "standard", "questions"))
    return [summary.round for summary in decision.summaries.select_related("round").defer(*texts)]


class Publish(OfOutcome, StaffDeed):
    """Publishes an outcome."""

    done = "The outcome is published. Everybody can read it now."

    def allowed(self, user):
        return may_publish(user)

    def run(self, request):
        flows.publish_outcome(decision=self.decision, by=request.user)


class Confirm(OfOutcome, StaffDeed):
    """A secretary says that the record is right."""

    done = "Thank you. It says now that the body has confirmed this."

    def run(self, request):
        flows.confirm_decision(decision=self.decision, by=request.user)


class AddAction(OfOutcome, StaffForm):
    """Adds a thing that somebody has to do."""

    form_class = ActionOfReplyForm
    page_title = "Add an action"
    done = "The action is added."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"decision": self.decision}

    def run(self, form):
        return flows.add_action(decision=self.decision, by=self.request.user, **form.cleaned_data)


class AddUpdate(OfOutcome, StaffForm):
    """Adds what was done about an action."""

    form_class = UpdateForm
    template_name = "decisions/update.html"
    page_title = "Say what was done"
    done = "Added. What was written before stays."

    @cached_property
    def action(self):
        return get_object_or_404(
            Action.objects.select_related("owner"), pk=self.kwargs["action"], decision=self.decision
        )

    def get_initial(self):
        return {"happened_on": timezone.localdate()}

    def run(self, form):
        return flows.add_update(action=self.action, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        return super().get_context_data(action=self.action, back=self.get_success_url(), **kwargs)
