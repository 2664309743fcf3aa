"""Which plan a thing on the agenda of a meeting is about."""

from django.db import transaction
from wagtail.log_actions import log

from engagement.bodies.permissions import check_may_prepare

from ..models import PlanOnAgenda


@transaction.atomic
def put_plan_on_agenda(*, item, by, proposal):
    """Say which plan a thing on an agenda is about, so that what people said about it stands beside it.

    `item`: AgendaItem; `by`: User who prepares meetings of its body; `proposal`: ProposalPage, or None for no plan.
    """
    check_may_prepare(by, item.meeting.body)
    if proposal is None:
        PlanOnAgenda.objects.filter(item=item).delete()
    else:
        PlanOnAgenda.objects.update_or_create(item=item, defaults={"proposal": proposal})
    log(instance=item.meeting, action="bodies.agenda_written", user=by)
