"""Whose spreadsheet it is: another worker's is a 404, also within one organisation."""

from functools import wraps

from django.http import Http404

from ..flows.sending import LONG_TEXTS
from ..models import Import
from ..support.access import worker_only


def own_sheet(view):
    """A page of one spreadsheet, called with the Import in place of its id."""

    @worker_only
    @wraps(view)
    def page(request, public_id, **kwargs):
        rows = Import.objects.filter(by=request.user, organisation__in=request.organisations)
        rows = rows.select_related("round", "organisation").defer(*(f"round__{name}" for name in LONG_TEXTS))
        sheet = rows.filter(public_id=public_id).first()
        if sheet is None:
            raise Http404("You have no such spreadsheet.")
        return view(request, sheet, **kwargs)

    return page
