"""Giving the tablet to the person: the worker is signed out on it, and only the person's screens are left."""

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse

from .. import flows
from ..flows.handing_over import may_use_number
from ..views.device import OVER_COOKIE
from .access import own_visit

NOT_THE_SAME = "These 2 numbers are not the same."


@own_visit
def hand_over(visit):
    """Choose a number and give the tablet; while the person has it, the same page takes it back."""
    if visit.support.is_sent:
        return visit.go("support_one")
    if visit.request.method == "POST":
        return take_back(visit) if visit.request.POST.get("go") == "back" else give(visit)
    if visit.over:
        return visit.show("with_person", over=visit.over)
    return show(visit) if visit.is_open else visit.show("closed")


def give(visit):
    """Sign the worker out on this tablet and open the person's first question. Returns HttpResponse."""
    request = visit.request
    number, again = request.POST.get("number", "").strip(), request.POST.get("again", "").strip()
    try:
        if number != again:
            raise ValidationError({"again": NOT_THE_SAME})
        _, secret = flows.hand_over(support=visit.support, by=request.user, number=number)
    except ValidationError as error:
        return refused(visit, error)
    logout(request)  # nothing of the worker is left on this tablet
    response = redirect(reverse("answer_question", args=[visit.round, 1]))
    response.set_cookie(
        OVER_COOKIE,
        secret,
        path=reverse("answer", args=[visit.round]),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    response["Clear-Site-Data"] = '"cache"'  # pages of the worker that the browser keeps for Back
    return response


def refused(visit, error):
    """The page when the tablet cannot be given. Returns HttpResponse."""
    code = getattr(error, "code", "")
    if code in ("gone", "not_open"):
        return visit.show("closed", status=409)
    if code == "over":
        return visit.go("support_hand_over")
    return show(visit, error=error, status=400)


def show(visit, error=None, status=200):
    """The page on which the number is chosen. Returns HttpResponse."""
    fields = getattr(error, "error_dict", {})
    errors = [{"id": name, "text": each[0].messages[0]} for name, each in fields.items()]
    if error is not None and not fields:
        errors = [{"id": "give", "text": error.messages[0]}]
    wrong = {f"{each['id']}_error": each["text"] for each in errors}
    return visit.show(
        "hand_over", status=status, uses_number=may_use_number(visit.request.user), errors=errors, **wrong
    )


def take_back(visit):
    """The worker signed in again, here or elsewhere: the person's screens stop. Returns HttpResponse."""
    flows.take_back_signed_in(support=visit.support, by=visit.request.user)
    return visit.go("support_one")
