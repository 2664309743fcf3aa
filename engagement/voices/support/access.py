"""Who comes in, and whose visit it is: nobody sees what another worker wrote down."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from engagement.bodies.permissions import organisations_of

from ..flows.sending import LONG_TEXTS
from ..models import Support
from .visit import Visit

WITH = ("voice__round", "voice__card", "draft__round", "organisation", "call")  # of a visit, on every page


def worker_only(view):
    """A page for advocacy workers: never kept by a cache. Others are told kindly whom to ask."""

    @sensitive_post_parameters()  # what was typed is in no report of a fault either (S8)
    @never_cache
    @keep_typed_words
    @login_required
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request, *args, **kwargs):
        request.organisations = organisations_of(request.user)
        if not request.organisations:
            return render(request, "voices/support/no_organisation.html", status=403)
        return view(request, *args, **kwargs)

    return page


def keep_typed_words(view):
    """Somebody who was signed out while typing sees the words again, before going to sign in (6.1)."""

    @wraps(view)
    def page(request, *args, **kwargs):
        if request.user.is_authenticated or not any(typed(request).values()):
            return view(request, *args, **kwargs)
        return render(request, "voices/support/signed_out.html", typed(request), status=401)

    return page


def typed(request):
    """What was typed into the two boxes of a question: dict with `words` and `summary` (str)."""
    return {name: request.POST.get(name, "") for name in ("words", "summary")}


def own_visit(view):
    """A page of one visit, called with a Visit in place of request and id. Another worker's is a 404."""

    @worker_only
    @wraps(view)
    def page(request, public_id, **kwargs):
        return view(Visit(request, find_own(request.user, public_id)), **kwargs)

    return page


def unsent_visit(view):
    """A page of a visit that is not sent yet; a sent one leads to its own page, a closed one says so."""

    @own_visit
    @wraps(view)
    def page(visit, **kwargs):
        if visit.support.is_sent or not visit.is_open:
            return too_late(visit)
        if visit.over:
            return visit.go("support_hand_over")  # which says that the person has the tablet
        return view(visit, **kwargs)

    return page


def too_late(visit):
    """Where somebody goes whose visit is sent, or has closed. What they typed stands there. Returns HttpResponse."""
    words = typed(visit.request)
    if visit.support.is_sent and not any(words.values()):
        return visit.go("support_one")
    return visit.show("closed", status=409 if any(words.values()) else 200, **words)


def sent_visit(view):
    """A page of a visit that is sent; before that it leads to where the worker goes on."""

    @own_visit
    @wraps(view)
    def page(visit, **kwargs):
        return view(visit, **kwargs) if visit.support.is_sent else visit.go("support_one")

    return page


def find_own(user, public_id):
    """The user's own Support with this id (UUID), with all that its pages show. Raises Http404."""
    rows = Support.objects.of(user).select_related(*WITH)
    rows = rows.defer(*(f"{way}__round__{name}" for way in ("voice", "draft") for name in LONG_TEXTS))
    support = rows.filter(public_id=public_id).first()
    if support is None:
        raise Http404("You have no such visit.")
    return support
