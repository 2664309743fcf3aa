"""A plan that has drafts or workshops stays: stock Wagtail would answer with an error page."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect

from engagement.proposals.models import ProposalPage

from .models import Draft, Workshop

STAYS = "“%s” stays. It has drafts or workshops."


def has_shape(page):
    """Whether a plan at or below `page` (Page) has drafts or workshops. Returns bool."""
    plans = ProposalPage.objects.descendant_of(page, inclusive=True)
    of_it = {"proposal": OuterRef("pk")}
    return plans.filter(Exists(Draft.objects.filter(**of_it)) | Exists(Workshop.objects.filter(**of_it))).exists()


def keep(request, page):
    """Say kindly why a `page` with drafts or workshops stays. Returns HttpResponse, or None for any other page."""
    if not has_shape(page):
        return None
    messages.error(request, STAYS % page.get_admin_display_title())
    parent = page.get_parent()
    return redirect("wagtailadmin_explore", parent.pk) if parent else redirect("wagtailadmin_home")
