"""Naming safeguarding leads, and letting somebody lead the workers of an organisation."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.log_actions import log

from engagement.people.roles import SAFEGUARDING

from ..models import Body, SafeguardingLead
from .organisations import NOT_AN_ORGANISATION, check_may_say, find_or_invite

IS_LEAD = "This person is a safeguarding lead here already."
NEEDS_EMAIL = "Write an email address. We tell leads by email."
SUBJECT = "The safeguarding leads changed"


@transaction.atomic
def name_lead(*, by, email, name="", organisation=None):
    """Name a safeguarding lead of an `organisation` (Body), or of the whole site (None).

    `by`: User; `email`, `name`: str. Who cannot sign in yet is invited. Those who are leads there already are told, so
    that nobody becomes one unseen. Returns the SafeguardingLead. Raises PermissionDenied, ValidationError.
    """
    check_may_say(by)
    if organisation and organisation.kind != Body.Kind.ORGANISATION:
        raise ValidationError({"organisation": NOT_AN_ORGANISATION})
    if not email.strip():
        raise ValidationError({"email": NEEDS_EMAIL})
    user = find_or_invite(name=name.strip(), email=email.strip(), phone="")
    standing = SafeguardingLead.objects.filter(ended_on=None, organisation=organisation)
    if standing.filter(user=user).exists():
        raise ValidationError({"email": IS_LEAD})
    others = [lead.user.email for lead in standing.select_related("user") if lead.user.email]
    user.groups.add(Group.objects.get_or_create(name=SAFEGUARDING)[0])
    lead = SafeguardingLead.objects.create(user=user, organisation=organisation, named_by=by)
    log(instance=lead, action="bodies.lead_named", user=by, data={"user": user.pk})
    transaction.on_commit(lambda: tell_change(others))
    return lead


@transaction.atomic
def end_lead(*, lead, by):
    """Say that somebody is a lead there no longer: they open no concern from now on. Returns the SafeguardingLead."""
    check_may_say(by)
    if lead.ended_on is None:
        lead.ended_on = timezone.localdate()
        lead.save(update_fields=["ended_on"])
        if not lead.user.safeguards.filter(ended_on=None).exists():
            lead.user.groups.remove(*Group.objects.filter(name=SAFEGUARDING))
        log(instance=lead, action="bodies.lead_ended", user=by, data={"user": lead.user_id})
    return lead


def tell_change(addresses):
    """Tell the other leads that somebody joined them. `addresses`: list of str."""
    words = render_to_string("bodies/email/leads_changed.txt", {"site": settings.SITE_URL})
    for address in addresses:
        send_mail(SUBJECT, words, None, [address], fail_silently=True)


@transaction.atomic
def let_lead(*, worker, leads, by):
    """Say whether a `worker` (Worker) leads the workers there (bool): only the PMU does. Returns the Worker."""
    check_may_say(by)
    worker.leads = leads
    worker.save(update_fields=["leads"])
    action = "bodies.worker_leads" if leads else "bodies.worker_leads_not"
    log(instance=worker.organisation, action=action, user=by, data={"user": worker.user_id})
    return worker
