"""What this room adds to Wagtail's admin: a page that people have answered is not deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from wagtail import hooks

from engagement.proposals.models import RoundPage

from .models import Voice

HAS_VOICES = (
    "“%s” cannot be deleted: people have answered here, and nothing said is lost. "
    "You can unpublish it, so that the public do not see it."
)


def has_voices(page):
    """Whether people gave voices in `page` (Page) or in a page below it. Returns bool."""
    rounds = RoundPage.objects.descendant_of(page, inclusive=True)
    return Voice.objects.filter(round__in=rounds.order_by().values("pk")).exists()


def refuse(request, page):
    """Say kindly why `page` stays, and go back to where it is listed. Returns HttpResponse."""
    messages.error(request, HAS_VOICES % page.get_admin_display_title())
    parent = page.get_parent()
    return redirect("wagtailadmin_explore", parent.pk) if parent else redirect("wagtailadmin_home")


@hooks.register("before_delete_page")
def keep_a_page_with_voices(request, page):
    """Stock Wagtail would answer with an error page: what people said protects the round (SEAMS.md, Questions)."""
    return refuse(request, page) if has_voices(page) else None


@hooks.register("before_bulk_action")
def keep_pages_with_voices(request, action_type, objects, action_class_instance):
    """The same when several pages are deleted at once: none of them goes."""
    if action_type != "delete" or not all(hasattr(thing, "get_parent") for thing in objects):
        return None
    kept = next((page for page in objects if has_voices(page)), None)
    return refuse(request, kept) if kept else None
