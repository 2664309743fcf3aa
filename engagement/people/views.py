"""Where a person goes after signing in."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from wagtail import hooks


@never_cache
@login_required
def where_to(request):
    """Send staff to the admin or their own first screen, others to the page that a room has for them, or home."""
    if request.user.has_perm("wagtailadmin.access_admin"):
        starts = (say(request.user) for say in hooks.get_hooks("where_staff_start"))
        return redirect(next(filter(None, starts), "/admin/"))
    places = (say(request.user) for say in hooks.get_hooks("where_to"))
    return redirect(next(filter(None, places), "/"))
