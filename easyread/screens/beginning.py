"""Where people begin in the admin: their part of the menu, and what waits for them on the first screen."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from ..checking import is_any_checker
from ..models.part_checks import PartCheck
from ..waiting import waiting_for


class CheckersMenuItem(MenuItem):
    """In the menu of easy-read checkers. It asks for a right, which costs no query; the screens ask for the group."""

    def is_shown(self, request):
        return request.user.has_perm("easyread.check_pages") and not request.user.is_superuser


@hooks.register("register_admin_menu_item")
def pages_to_check():
    """The pages that wait for a checker."""
    return CheckersMenuItem(
        "Pages to check", reverse("easyread_checks"), name="pages-to-check", icon_name="check", order=90
    )


@hooks.register("where_staff_start")
def checkers_start_with_their_pages(user):
    """Who only checks pages goes to them right after signing in, and needs no menu. Returns an address or None."""
    is_more = user.is_superuser or user_has_any_page_permission(user)
    return None if is_more or not is_any_checker(user) else reverse("easyread_checks")


class RemarksMenuItem(MenuItem):
    """In the menu of those who write pages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_admin_menu_item")
def what_checkers_said():
    """The remarks of the checkers."""
    return RemarksMenuItem(
        "What the checkers said", reverse("easyread_remarks"), name="checkers-remarks", icon_name="comment", order=110
    )


class WaitingPanel(Component):
    """How many things of one kind wait for this person, and the way to them.

    `address`: the name (str) of their screen; `count`: int.
    """

    ours = True  # what a site's own order of the first screen can know it by

    def __init__(self, name, order, template_name, address, count):
        self.name, self.order, self.template_name = name, order, template_name
        self.told = {"count": count, "address": reverse(address)}

    def get_context_data(self, parent_context):
        return self.told


@hooks.register("construct_homepage_panels")
def what_waits(request, panels):
    """Put the pages that wait for a checker on the first screen, and remarks without an answer for those who write."""
    if is_any_checker(request.user):
        count = len(waiting_for(request.user))
        panels.append(WaitingPanel("pages_to_check", 5, "easyread/admin/waiting_panel.html", "easyread_checks", count))
    if user_has_any_page_permission(request.user) and (count := PartCheck.objects.unanswered().count()):
        template = "easyread/admin/remarks_panel.html"
        panels.append(WaitingPanel("checkers_remarks", 8, template, "easyread_remarks", count))
