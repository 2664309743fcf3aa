"""The page where a person chooses how pages look, and the small stylesheet that makes it so."""

from dataclasses import asdict

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import conditional_page, require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from .css import css_of
from .forms import LookForm
from .preferences import CHOICES, COOKIE, Look

ONE_YEAR = 365 * 24 * 3600


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def look(request):
    """Show the form, or keep what was chosen and go back to the page the person came from."""
    if request.method == "POST":
        form = LookForm(request.POST)
        if form.is_valid():
            return kept(request, chosen(request, form.cleaned_data))
    else:
        now = Look.from_cookie(request.COOKIES.get(COOKIE))
        form = LookForm(initial=asdict(now) | {"back": safe_path(request, request.GET.get("back"))})
    return render(request, "home/look.html", {"form": form})


def chosen(request, answers):
    """The Look that `answers` (cleaned data) mean; the button "As it was" clears all."""
    if request.POST.get("go") == "clear":
        return Look()
    return Look(**{name: answers[name] for name in CHOICES})


def kept(request, wanted):
    """The answer that keeps `wanted` (Look) in the cookie and goes back (303, so that Back does not send twice)."""
    response = HttpResponseRedirect(safe_path(request, request.POST.get("back")), status=303)
    response.set_cookie(
        COOKIE, wanted.as_cookie(), max_age=ONE_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response


def safe_path(request, back):
    """`back` (str or None) if it is a path of this site, else "/": nobody can be sent elsewhere by our link."""
    local = (back or "").startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if local and not back.startswith("/look") else "/"


@require_safe
@conditional_page
@vary_on_cookie
def look_css(request):
    """The last stylesheet of every page: what this browser's look changes, often nothing; the page itself stays."""
    css = css_of(Look.from_cookie(request.COOKIES.get(COOKIE)))
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers={"Cache-Control": "private, no-cache"})
