"""Who holds a place on a body: given, ended, and named only when the person says so."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.people.models import User

from ..models import PlaceHolder, Seat, Supporter
from ..permissions import check_may_prepare

ALL_FULL = "All these places are taken. End one first."
HAS_IT = "This person has this place already."
NEEDS_EMAIL = "Write the email address of the person."
BEFORE = "Choose a day on or after the first day."
NOT_YOUR_PLACE = "You may do this for your own place only."


@transaction.atomic
def give_place(*, seat, by, email, since, name=""):
    """Give a place on a body to a person, who then signs in by code and needs no role.

    `seat`: Seat; `by`: User; `email`: str; `name`: str, for a person who is new here; `since`: date.
    Returns the PlaceHolder. At most as many people as there are places, where the number is known.
    Raises PermissionDenied, or ValidationError with a dict of fields.
    """
    check_may_prepare(by, seat.body)
    if not email.strip():
        raise ValidationError({"email": NEEDS_EMAIL})
    Seat.objects.select_for_update().get(pk=seat.pk)  # two who give the last place at once give it once
    holder = user_at(email, name)
    if seat.holders.on(since).filter(holder=holder).exists() or seat.holders.filter(holder=holder, until=None).exists():
        raise ValidationError({"email": HAS_IT})
    if is_full(seat, since):
        raise ValidationError({"seat": ALL_FULL})
    place = PlaceHolder.objects.create(seat=seat, holder=holder, since=since)
    log(instance=place, action="bodies.place_given", user=by)
    return place


def user_at(email, name):
    """The user with this `email` (str): the one who is known, or a new one called `name` (str), without any role."""
    known = User.objects.filter(email__iexact=email.strip()).first()
    return known or User.objects.invite(email=email.strip(), name=name.strip())


def is_full(seat, day):
    """Whether all places of a `seat` (Seat) are taken on `day` (date) or later. A least number is no limit."""
    if seat.number is None or seat.number_is_least:
        return False
    return seat.holders.exclude(until__lt=day).count() >= seat.number


@transaction.atomic
def end_place(*, place, by, until=None):
    """Say until when a person holds a place. What they asked stays, and their supporters see nothing more.

    `place`: PlaceHolder; `by`: User; `until`: date, today when left out. Returns the PlaceHolder.
    """
    check_may_prepare(by, place.seat.body)
    until = until or timezone.localdate()
    if until < place.since:
        raise ValidationError({"until": BEFORE})
    place.until = until
    place.save()
    log(instance=place, action="bodies.place_ended", user=by)
    return place


def check_own(place, user):
    """Raises PermissionDenied unless `user` (User) holds a `place` (PlaceHolder) today."""
    if not PlaceHolder.objects.on().filter(pk=place.pk, holder=user).exists():
        raise PermissionDenied(NOT_YOUR_PLACE)


def is_supporter(place, user):
    """Whether `user` (User) supports the holder of a `place` (PlaceHolder) today. Returns bool."""
    return Supporter.objects.filter(place=place, user=user, removed_at=None).exists()


@transaction.atomic
def show_name(*, place, by, name):
    """Let everybody read who holds a place, or nobody any more. Only the person may say so.

    `place`: PlaceHolder; `by`: User who holds it; `name`: str as the person wants to be called, "" for the role only.
    """
    check_own(place, by)
    place.shown_name = name.strip()
    place.save(update_fields=["shown_name"])
    log(instance=place, action="bodies.name_shown", user=by, data={"shown": bool(place.shown_name)})
    return place
