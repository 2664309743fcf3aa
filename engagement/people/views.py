"""Where a person goes after signing in."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache


@never_cache
@login_required
def where_to(request):
    """Send staff to the admin and everybody else to the home page."""
    return redirect("/admin/" if request.user.has_perm("wagtailadmin.access_admin") else "/")
