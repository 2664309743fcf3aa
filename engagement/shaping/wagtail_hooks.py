"""This room's screens in the admin, and what they log."""

from django.db.models import Count, Min
from wagtail import hooks
from wagtail.admin.ui.components import Component

from engagement.heard.permissions import may_read

from . import opening
from .models import Comment, Draft
from .staying import has_shape, keep
from .viewsets import DraftViewSet, WorkshopViewSet

LOGGED = {
    "shaping.published": ("Published", "Published the draft"),
    "shaping.read": ("Read", "Read what people said about the draft"),
    "shaping.answered": ("Answered", "Said what becomes of what people said"),
    "shaping.writer_named": ("Writer named", "Named somebody who wrote the draft"),
    "shaping.writer_gone": ("Name gone", "Took a writer's name away"),
    "shaping.notes_read": ("Notes read", "Read the notes of the workshop"),
    "shaping.photo_gone": ("Photo gone", "Took a photo of the workshop away"),
}


@hooks.register("register_admin_viewset")
def screens():
    """The drafts and the workshops."""
    return [DraftViewSet(), WorkshopViewSet()]


@hooks.register("round_gates")
def round_gates(round):
    """What a round needs of workshops and drafts before it opens."""
    return opening.reasons_of_drafts(round)


@hooks.register("round_draft")
def round_draft(round):
    """The draft that a round is about."""
    return opening.draft_of_round(round)


@hooks.register("easyread_not_out")
def drafts_not_out():
    """Drafts that nobody can see yet: a film in them is not public by that."""
    return Draft.objects.exclude(pk__in=Draft.objects.published().values("pk"))


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


class CommentsPanel(Component):
    """How many words about drafts wait to be read, with the way to them."""

    name, order, ours = "comments_waiting", 12, True
    template_name = "shaping/comments_panel.html"

    def get_context_data(self, parent_context):
        rows = Comment.objects.to_read().values("draft", "draft__number", "draft__proposal__title").order_by("draft")
        return {"drafts": rows.annotate(count=Count("pk"), oldest=Min("given_at"))[:5]}


@hooks.register("construct_homepage_panels")
def comments_waiting(request, panels):
    """Put words about drafts that wait on the first screen."""
    if may_read(request.user):
        panels.append(CommentsPanel())


@hooks.register("before_delete_page", order=-1)
def keep_a_plan_with_drafts(request, page):
    """What people made together is not deleted with a page."""
    return keep(request, page)


@hooks.register("before_bulk_action", order=-1)
def keep_plans_with_drafts(request, action_type, objects, action_class_instance):
    """The same when several pages are deleted at once: none of them goes."""
    if action_type != "delete" or not all(hasattr(thing, "get_parent") for thing in objects):
        return None
    kept = next((page for page in objects if has_shape(page)), None)
    return kept and keep(request, kept)
