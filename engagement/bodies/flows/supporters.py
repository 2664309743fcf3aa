"""Supporters of a person with a place: added and removed by the person alone."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Supporter
from .places import check_own, user_at

MOST = 3
MOST_IN_A_DAY = 5
NEEDS_NAME = "Write the name of your supporter."
NEEDS_EMAIL = "Write the email address of your supporter."
IS_YOU = "This is your own email address. Write the one of your supporter."
IS_ADDED = "This person is your supporter already."
TOO_MANY = "You can have 3 supporters. Please take one away first."
TOO_MANY_TODAY = "You added many people today. Please add more tomorrow."
SUBJECT = "You can support someone at their meetings"


@transaction.atomic
def add_supporter(*, place, by, name, email):
    """Let somebody see what a person with a place sees. Only the person may add them; they sign in by code.

    `place`: PlaceHolder; `by`: User who holds it; `name`: what the person calls them; `email`: str.
    Returns the Supporter. Whether the address was known here is never told.
    Raises PermissionDenied, or ValidationError with a dict of fields.
    """
    check_own(place, by)
    _check(place, by, name.strip(), email.strip())
    user = user_at(email, name)
    if place.supporters.filter(user=user, removed_at=None).exists():
        raise ValidationError({"email": IS_ADDED})
    supporter = Supporter.objects.create(place=place, user=user, name=name.strip())
    log(instance=place, action="bodies.supporter_added", user=by)
    transaction.on_commit(lambda: tell(user))
    return supporter


def _check(place, by, name, email):
    errors = {} if name else {"name": NEEDS_NAME}
    if not email:
        errors["email"] = NEEDS_EMAIL
    elif email.lower() == by.email.lower():
        errors["email"] = IS_YOU
    if errors:
        raise ValidationError(errors)
    if place.supporters.filter(removed_at=None).count() >= MOST:
        raise ValidationError(TOO_MANY)
    if place.supporters.filter(added_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_IN_A_DAY:
        raise ValidationError(TOO_MANY_TODAY)


def tell(user):
    """Write to a new supporter (User) how to sign in. Mail that cannot be sent stops nothing: the page says it too."""
    words = render_to_string("bodies/email/supporter.txt", {"site": settings.SITE_URL})
    send_mail(SUBJECT, words, None, [user.email], fail_silently=True)


@transaction.atomic
def remove_supporter(*, supporter, by):
    """Let a supporter see nothing more. `supporter`: Supporter; `by`: User who holds the place."""
    check_own(supporter.place, by)
    supporter.removed_at = supporter.removed_at or timezone.now()
    supporter.save()
    log(instance=supporter.place, action="bodies.supporter_removed", user=by)
