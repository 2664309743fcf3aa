"""Plans and rounds in the admin: their place in the menu, and rounds that close soon on the first screen."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .models import ProposalsPage, RoundPage

SOON = 14  # days


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
