"""What this room adds to Wagtail's admin: a page that people have answered is not deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from wagtail import hooks

from engagement.people.roles import ADVOCACY_WORKER
from engagement.proposals.models import RoundPage

from .models import Voice
from .viewsets import NewCardViewSet

HAS_VOICES = (
    "“%s” cannot be deleted: people have answered here, and nothing said is lost. "
    "You can take it down, so that the public do not see it."
)


@hooks.register("register_admin_viewset")
def screens():
    """The screen of this room."""
    return [NewCardViewSet()]


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history: never a word, a link or an address."""
    actions.register_action("voices.new_card", "New card", "Gave the person a new card")
    actions.register_action("voices.entered", "Entered", "Entered what a person said")
    actions.register_action("voices.corrected", "Put right", "Put right what a person said")
    actions.register_action("voices.consent_withdrawn", "Agrees no longer", "Wrote down that a person agrees no longer")


@hooks.register("where_to")
def where_workers_go(user):
    """Where an advocacy worker goes after signing in. `user`: User. Returns str, or None for others."""
    return "/support/" if user.has_role(ADVOCACY_WORKER) else None


def has_voices(page):
    """Whether people gave voices in `page` (Page) or in a page below it. Returns bool."""
    rounds = RoundPage.objects.descendant_of(page, inclusive=True)
    return Voice.objects.filter(round__in=rounds.order_by().values("pk")).exists()


def refuse(request, page):
    """Say kindly why `page` stays, and go back to where it is listed. Returns HttpResponse."""
    messages.error(request, HAS_VOICES % page.get_admin_display_title())
    parent = page.get_parent()
    return redirect("wagtailadmin_explore", parent.pk) if parent else redirect("wagtailadmin_home")


@hooks.register("before_delete_page", order=-1)  # this says more than that the page is live
def keep_a_page_with_voices(request, page):
    """Stock Wagtail would answer with an error page: what people said protects the round (SEAMS.md, Questions)."""
    return refuse(request, page) if has_voices(page) else None


@hooks.register("before_bulk_action", order=-1)
def keep_pages_with_voices(request, action_type, objects, action_class_instance):
    """The same when several pages are deleted at once: none of them goes."""
    if action_type != "delete" or not all(hasattr(thing, "get_parent") for thing in objects):
        return None
    kept = next((page for page in objects if has_voices(page)), None)
    return refuse(request, kept) if kept else None
