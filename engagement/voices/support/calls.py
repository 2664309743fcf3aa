"""People who asked for a call, for workers of the organisation that phones them (Q14)."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ..flows import call_done
from ..models import CallRequest
from .access import worker_only

A_PAGE = 20
SAID = {"done": "Done. The number is gone.", "before": "Somebody phoned this person already."}


@worker_only
def calls(request):
    """Who waits for a call from the worker's organisations, the longest first."""
    waiting = CallRequest.objects.given_to(request.organisations).waiting().select_related("support")
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    for call in page:
        describe(call, request.user)
    return render(request, "voices/support/calls.html", {"page": page, "said": SAID.get(request.GET.get("said"), "")})


def describe(call, user):
    """Put on a `call` (CallRequest) where it leads: `href` of the own visit or of a new one; "" to nowhere."""
    visit = getattr(call, "support", None)
    call.is_begun, call.is_mine = visit is not None, visit is not None and visit.by_id == user.pk
    if call.is_mine:
        call.href = reverse("support_one", args=[visit.public_id])
    elif call.is_begun or not call.round.is_open:
        call.href = ""
    else:
        call.href = reverse("support_before", args=[call.round_id], query={"call": call.pk})


@worker_only
@require_POST
def done(request, pk):
    """Somebody phoned, and nothing was written down: the number goes."""
    call = CallRequest.objects.given_to(request.organisations).filter(pk=pk).first()
    if call is None:
        raise Http404("There is no such call.")
    said = "done" if call_done(call=call, by=request.user) else "before"
    return redirect(reverse("support_calls", query={"said": said}))
