"""What the guard refuses is told kindly; an address whose page was taken down says so, and why."""

from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Site

from .checking import MayNotGoLive, why_down


class ToldKindly:
    """Turns a refusal into words on the page's own screen, and a missing page into the reason why it is missing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answers the two exceptions that are ours. Returns HttpResponse or None."""
        in_admin = request.path.startswith(reverse("wagtailadmin_home"))
        if isinstance(exception, MayNotGoLive) and in_admin:
            return refused(request, exception)
        if isinstance(exception, Http404) and not in_admin:
            return taken_down(request)
        return None


def refused(request, refusal):
    """Back to the page's own screen, with each reason (MayNotGoLive). What was typed is there as a draft."""
    for sentence in refusal.messages:
        messages.error(request, sentence)
    pk = refusal.page and refusal.page.pk
    address = reverse("wagtailadmin_pages:edit", args=[pk]) if pk else reverse("wagtailadmin_home")
    if request.headers.get("x-requested-with") == "XMLHttpRequest":  # a window over the page: it goes there by itself
        return JsonResponse({"step": "success", "redirect": address})
    return HttpResponseRedirect(address)


def taken_down(request):
    """The page that says why a page is down. Returns HttpResponse, or None when no page was taken down here."""
    site = Site.find_for_request(request)
    correction = site and why_down(f"{site.root_page.url_path.rstrip('/')}{request.path}")
    if not correction:
        return None
    page = correction.page.specific
    return render(request, "easyread/taken_down.html", {"correction": correction, "page": page}, status=410)
