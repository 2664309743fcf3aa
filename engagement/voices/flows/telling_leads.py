"""Telling the leads at once that somebody is worried: an email with a link, and not one word of what was said."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from engagement.bodies.permissions import leads_for

from ..models import Concern, ConcernEntry

SUBJECT = "Please look at our website now"
Kind = ConcernEntry.Kind

logger = logging.getLogger(__name__)


def tell_leads(*, concern):
    """Write to each lead of a `concern` (Concern). Returns int: how many emails went.

    Called when the concern is stored, and again by `tell_leads` the command, until one email went. What could not be
    sent is written down, and stands on the first screen of leads and of the Programme Management Unit.
    """
    leads = [lead for lead in leads_for(concern.organisation) if lead.user.email]
    went = [lead for lead in leads if send(lead.user, concern)]
    with transaction.atomic():
        for lead in leads:
            kind = Kind.TOLD if lead in went else Kind.NOT_TOLD
            ConcernEntry.objects.create(concern=concern, kind=kind, by=lead.user)
        if not leads:
            ConcernEntry.objects.create(concern=concern, kind=Kind.NOT_TOLD, words="No lead is named.")
        if went:
            Concern.objects.filter(pk=concern.pk, told_at=None).update(told_at=timezone.now())
    return len(went)


def send(user, concern):
    """Send one email. Returns bool. A mail server that is down stops nothing: the concern is stored."""
    words = render_to_string(
        "voices/email/concern.txt", {"link": f"{settings.SITE_URL}/admin/safeguarding/{concern.public_id}/"}
    )
    try:
        return bool(send_mail(SUBJECT, words, None, [user.email]))
    except Exception:
        logger.exception("An email to a safeguarding lead could not be sent.")
        return False


def tell_waiting():
    """Write again about each open concern of which no email went. Returns (int, int): those that went, and not."""
    went = [bool(tell_leads(concern=concern)) for concern in Concern.objects.untold().select_related("organisation")]
    return sum(went), len(went) - sum(went)
