"""Telling those who serve a body that it owes an answer: an email with a link, and not one word of what was said."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from easyread.dates import full_date

from ..models import Debt

SUBJECT = "People wait for an answer from {body}"


def tell_secretaries(debt):
    """Write to each person who serves the body of a `debt` (Debt). Returns int: how many emails went.

    Called once the debt is stored. Mail that cannot be sent stops nothing: the screen of the debt says that nobody was
    told, and the debt stands on the first screen of those who serve the body.
    """
    words = render_to_string("decisions/email/theme_sent.txt", _facts(debt))
    subject = SUBJECT.format(body=debt.body.plain_name)
    people = debt.body.secretaries.filter(is_active=True).exclude(email="").values_list("email", flat=True)
    went = sum(bool(send_mail(subject, words, None, [address], fail_silently=True)) for address in people)
    if went:
        Debt.objects.filter(pk=debt.pk).update(told_at=timezone.now())
    return went


def _facts(debt):
    link = f"{settings.SITE_URL}{reverse('owing:one', args=[debt.pk])}"
    return {"body": debt.body.plain_name, "day": full_date(debt.due_on), "link": link}
