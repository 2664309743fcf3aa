"""A second step for one thing that needs it, such as an export, by people who sign in with a code alone (S5)."""

import time

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse

HOUR = 3600  # how long a second step that was just taken counts


def ask_second_step(request, back="/"):
    """Where somebody goes who must take a second step first. Returns HttpResponse; None when they just took it.

    `back`: the address (str) of the page before. Off where staff need none either (development). Who has neither a
    passkey nor an app is told how to get one.
    """
    if not settings.STAFF_SECOND_STEP or just_taken(request):
        return None
    if not Authenticator.objects.filter(user=request.user, type__in=["totp", "webauthn"]).exists():
        return render(request, "people/needs_second_step.html", {"back": back}, status=403)
    return redirect(reverse("mfa_reauthenticate", query={"next": request.path}))


def just_taken(request):
    """Whether this person took a second step in this session within the last hour. Returns bool."""
    since = time.time() - HOUR
    records = get_authentication_records(request, request.user)
    return any(row.get("method") == "mfa" and row.get("at", 0) >= since for row in records)
