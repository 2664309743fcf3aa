"""Who sees the numbers: workers of organisations, and the Programme Management Unit."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from engagement.bodies.permissions import organisations_of


def worker_or_unit(view):
    """A page for advocacy workers and the Unit, never kept by a cache. Others are told kindly whom to ask."""

    @never_cache
    @login_required
    @require_safe
    @wraps(view)
    def page(request, *args, **kwargs):
        request.organisations = organisations_of(request.user)
        if not request.organisations and not request.user.has_perm("voices.set_targets"):
            return render(request, "voices/support/no_organisation.html", status=403)
        return view(request, *args, **kwargs)

    return page
