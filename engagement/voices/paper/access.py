"""Who comes to the pages of paper: workers of organisations, and the Programme Management Unit."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from engagement.bodies.models import Body
from engagement.bodies.permissions import organisations_led_by, organisations_of
from engagement.proposals.models import RoundPage

from ..flows.sending import LONG_TEXTS
from ..models import PaperBatch
from .permissions import is_unit, own_entries, within_reach

NOT_TYPED_WORDS = ("csrfmiddlewaretoken", "go", "came_on")


def paper_page(view):
    """A page about paper: never kept by a cache. Others are told kindly whom to ask."""

    @sensitive_post_parameters()  # what was typed is in no report of a fault either (S8)
    @never_cache
    @keep_typed
    @login_required
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request, *args, **kwargs):
        request.organisations, request.unit = organisations_of(request.user), is_unit(request.user)
        if not request.organisations and not request.unit:
            return render(request, "voices/support/no_organisation.html", status=403)
        request.led = organisations_led_by(request.user)
        return view(request, *args, **kwargs)

    return page


def keep_typed(view):
    """Somebody who was signed out while typing sees what was typed, before going to sign in (6.1)."""

    @wraps(view)
    def page(request, *args, **kwargs):
        words = "\n".join(text for key, text in request.POST.items() if text.strip() and key not in NOT_TYPED_WORDS)
        if request.user.is_authenticated or not words:
            return view(request, *args, **kwargs)
        return render(request, "voices/support/signed_out.html", {"words": words, "summary": ""}, status=401)

    return page


def organisation_for(request):
    """For whom this user prints and types: the organisation (Body) that was chosen, else their own; None: the Unit."""
    chosen = request.POST.get("organisation", "")
    found = next((body for body in choosable(request) if str(body.public_id) == chosen), None)
    return found or (request.organisations[0] if request.organisations else None)


def choosable(request):
    """The organisations for which this user prints and types: their own, or all for the Unit. A list of Body."""
    if not request.unit:
        return request.organisations
    return list(Body.objects.filter(kind=Body.Kind.ORGANISATION).exclude(status=Body.Status.ENDED).order_by("name"))


def round_of(pk):
    """The live round with this id. Raises Http404."""
    return get_object_or_404(RoundPage.objects.live().defer(*LONG_TEXTS), pk=pk)


def copy_within_reach(request, code):
    """The form with this code that the user may type in or check, a PaperCopy. Raises Http404."""
    rows = within_reach(request.user, request.organisations).select_related("batch", "round", "voice", "organisation")
    return get_object_or_404(without_long_texts(rows), code=code)


def own_entry(request, code):
    """The typed form with this code whose answers the user may see, a PaperCopy. Raises Http404."""
    rows = own_entries(request.user, request.led).select_related("batch", "round", "voice__round", "typed_by")
    return get_object_or_404(without_long_texts(rows), code=code)


def without_long_texts(rows):
    """`rows` (queryset of PaperCopy) that do not read the long texts of their round."""
    return rows.defer(*(f"round__{name}" for name in LONG_TEXTS))


def batch_within_reach(request, public_id):
    """The printed batch with this id (UUID) of the user's organisation, a PaperBatch. Raises Http404."""
    rows = PaperBatch.objects.filter(code=None).select_related("round", "organisation")
    if not request.unit:
        rows = rows.filter(organisation__in=request.organisations)
    return get_object_or_404(rows, public_id=public_id)


def public_batch(code):
    """The form that anybody may print with this code, a PaperBatch, or None."""
    return PaperBatch.objects.filter(code=code).select_related("round").first()


def known_code(request, code):
    """Whether the user may type in a form with this `code` (str): a copy within reach, or one printed by anybody."""
    mine = within_reach(request.user, request.organisations)
    return mine.filter(code=code).exists() or public_batch(code) is not None
