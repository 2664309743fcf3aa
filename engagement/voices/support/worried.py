""" "I am worried": one page for whatever a worker wrote down (3.6). What was typed before is stored already."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from engagement.bodies.permissions import organisations_led_by

from ..flows import raise_concern
from ..flows.worrying import parts_of
from ..models import GroupSession, Support, Voice
from ..said import MOST_WORDS
from .access import worker_only


@worker_only
def worried(request, public_id):
    """What happens when somebody is worried; POST raises the concern. Another's entry is a 404."""
    thing, back = find_thing(request, public_id)
    question = asked_in(thing, request.GET.get("question", ""))
    if request.method == "POST":
        return raised(request, thing, question)
    context = {"back": back, "question": question, "raised": request.GET.get("said") == "yes"}
    return render(request, "voices/support/worried.html", context)


def raised(request, thing, question):
    """Raise it, and say what happens next. Returns HttpResponse."""
    try:
        raise_concern(by=request.user, thing=thing, question=question, worry=request.POST.get("worry", "")[:MOST_WORDS])
    except PermissionDenied:
        raise Http404("You have no such entry.") from None
    return redirect(f"{reverse('support_worried', args=[thing.public_id])}?said=yes")


def find_thing(request, public_id):
    """What the user wrote down, or checks for their organisation, and the way back to it: (object, address).

    Raises Http404 for anything of another organisation.
    """
    user, here = request.user, request.organisations
    ways = (
        (Support.objects.filter(Q(by=user) | Q(organisation__in=organisations_led_by(user))), "support_one"),
        (GroupSession.objects.of(user, organisations_led_by(user)), "group_one"),
        (Voice.objects.filter(Q(entered_by=user) | Q(entered_by__works_at__organisation__in=here)), ""),
    )
    for rows, name in ways:
        found = rows.filter(public_id=public_id).distinct().first()
        if found:
            return found, reverse(name, args=[public_id]) if name else reverse("support")
    raise Http404("You have no such entry.")


def asked_in(thing, public_id):
    """The Question of a `thing`'s round with this id (str), or None: then it is about everything."""
    draft, voice = parts_of(thing)
    try:
        return (voice or draft).round.question_rows.filter(public_id=public_id).first() if public_id else None
    except (ValueError, ValidationError):  # no id at all
        return None
