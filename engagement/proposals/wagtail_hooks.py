"""Plans and rounds in the admin: their place in the menu, opening and closing, and rounds that close soon."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button

from .models import ProposalPage, ProposalsPage, RoundPage
from .permissions import may_close_later
from .viewsets import OpeningViewSet

SOON = 14  # days
LOGGED = {
    "proposals.cleared": ("May open", "Everything is there: this may open on its day"),
    "proposals.not_cleared": ("May not open", "Something is missing: this may not open"),
    "proposals.holding_back": ("Holding back machines", "Switched what holds back machines"),
    "proposals.closing_moved": ("Closes later", "Moved the last day"),
}
STAYS = "“%s” stays below its plan: people were told who decides about it."
NO_ALIAS = "A round or a plan cannot be at 2 addresses. Copy it without “alias”."


class PlansMenuItem(MenuItem):
    """Straight to the plans, for those who may work on pages; the page tree is one press further."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)

    def render_component(self, request):
        plans = ProposalsPage.objects.values_list("pk", flat=True).first()
        self.url = reverse("wagtailadmin_explore", args=[plans]) if plans else reverse("wagtailadmin_explore_root")
        return super().render_component(request)


@hooks.register("register_admin_menu_item")
def have_your_say():
    """The plans and their rounds."""
    return PlansMenuItem("Have your say", "", name="have-your-say", icon_name="comment", order=100)


class ClosingSoonPanel(Component):
    """Open rounds whose last day is near, soonest first."""

    name, order, ours = "closing_soon", 20, True
    template_name = "proposals/closing_soon_panel.html"

    def get_context_data(self, parent_context):
        today = timezone.localdate()
        rounds = RoundPage.objects.open_on(today).filter(closes_on__lte=today + timedelta(days=SOON))
        return {"rounds": rounds.order_by("closes_on").values("pk", "title", "closes_on")}


@hooks.register("construct_homepage_panels")
def closing_soon(request, panels):
    """Put rounds that close soon on the first screen."""
    if user_has_any_page_permission(request.user):
        panels.append(ClosingSoonPanel())


@hooks.register("register_admin_viewset")
def screens():
    """The screens about opening."""
    return OpeningViewSet()


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history."""
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


@hooks.register("register_page_header_buttons")
def close_later_button(page, user, view_name, next_url=None):
    """The way to a later last day, beside the page's other actions."""
    return close_later_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def close_later_listed(page, user, next_url=None):
    """The same in lists of pages."""
    return close_later_buttons(page, user)


def close_later_buttons(page, user):
    """A button for a round that was cleared and has a last day, for those who may move it. A list."""
    if page.specific_class is not RoundPage:
        return []
    page = page.specific
    if not (page.cleared_on and page.closes_on and may_close_later(user, page)):
        return []
    return [Button("Close later", reverse("opening:close_later", args=[page.pk]), icon_name="date", priority=70)]


@hooks.register("before_move_page")
def keep_below_its_plan(request, page, destination):
    """A cleared round is not moved to another plan: another body would decide than people were told."""
    page = page.specific
    if not (isinstance(page, RoundPage) and page.cleared_on and destination.pk != page.get_parent().pk):
        return None
    messages.error(request, STAYS % page.get_admin_display_title())
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_all_below_their_plans(request, action_type, objects, action_class_instance):
    """The same when several pages are moved at once: none of them goes."""
    if action_type != "move":
        return None
    kept = next((page for page in map(specific, objects) if getattr(page, "cleared_on", None)), None)
    return kept and keep_below_its_plan(request, kept, ProposalsPage())


def specific(page):
    """A page as its own kind; anything else as it is."""
    return getattr(page, "specific", page)


@hooks.register("before_copy_page")
def no_alias(request, page):
    """A second address of a plan or a round would share its id, and people would not know where they answered."""
    if not (request.method == "POST" and request.POST.get("alias")):
        return None
    pages = page.get_descendants(inclusive=True)
    if not (pages.type(RoundPage).exists() or pages.type(ProposalPage).exists()):
        return None
    messages.error(request, NO_ALIAS)
    return redirect("wagtailadmin_pages:copy", page.pk)
