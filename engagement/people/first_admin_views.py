"""Using the first administrator's link. Opening it does nothing, so mail programs that look ahead cannot use it."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .first_admin import sign_in_first_admin, works

KEPT_AS = "first_admin_token"


@never_cache
@require_safe
def open_first_admin_link(request, token):
    """Keep the token in the session and go on to an address without it: addresses end up in logs (S8)."""
    request.session[KEPT_AS] = token
    return redirect("first_admin")


@never_cache
def first_admin(request):
    """Ask the person to press the button, then sign them in."""
    token = request.session.get(KEPT_AS, "")
    if request.method == "POST":
        try:
            return redirect(next_step(sign_in_first_admin(request=request, token=token)))
        except ValidationError:
            token = ""
    usable = bool(token) and works(token=token)
    context = {"usable": usable, "second_step": settings.STAFF_SECOND_STEP}
    return render(request, "people/first_admin.html", context, status=200 if usable else 410)


def next_step(user):
    """Where an administrator goes first: to set up a second step where the site wants one. Returns str."""
    return "mfa_index" if settings.STAFF_SECOND_STEP and not is_mfa_enabled(user) else "wagtailadmin_home"
