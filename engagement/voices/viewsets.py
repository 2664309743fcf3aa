"""The addresses of this room's own screens under /admin/, and their place in the menu."""

from functools import partial

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from engagement.bodies.permissions import leads_of

from .views import safeguarding
from .views.calls import CallDone, Calls, GiveCall
from .views.ease import EaseOfRound, EaseRounds
from .views.new_card import GiveNewCard
from .views.targets import RemoveTarget, RoundTargets, TargetRounds


class MenuItemFor(MenuItem):
    """In the menu of those who have one `permission` (str)."""

    def __init__(self, *args, permission, **kwargs):
        self.permission = permission
        super().__init__(*args, **kwargs)

    def is_shown(self, request):
        return request.user.has_perm(self.permission)


class NewCardViewSet(ViewSet):
    """/admin/new-card/: a new card for a lost one."""

    name = "new_card"
    url_prefix = "new-card"
    icon = "key"
    menu_label = "Give a new card"
    menu_name = "new-card"
    menu_item_class = partial(MenuItemFor, permission="voices.give_new_card")
    menu_order = 130
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [path("", GiveNewCard.as_view(), name="give")]


class TargetsViewSet(ViewSet):
    """/admin/targets/: whom each round hopes to hear."""

    name = "targets"
    icon = "group"
    menu_label = "Whom we hope to hear"
    menu_name = "targets"
    menu_item_class = partial(MenuItemFor, permission="voices.set_targets")
    menu_order = 125
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", TargetRounds.as_view(), name="index"),
            path("<int:pk>/", RoundTargets.as_view(), name="round"),
            path("<int:pk>/<int:target>/remove/", RemoveTarget.as_view(), name="remove"),
        ]


class LeadMenuItem(MenuItem):
    """In the menu of named safeguarding leads alone."""

    def is_shown(self, request):
        # Who reads what people said has many screens, and finds it on the first one: no query on each of them (F2).
        return not request.user.has_perm("heard.read_voices") and bool(leads_of(request.user))


class SafeguardingViewSet(ViewSet):
    """/admin/safeguarding/: the locked screens of safeguarding leads."""

    name = "safeguarding"
    url_prefix = "safeguarding"
    icon = "warning"
    menu_label = "Safeguarding"
    menu_name = "safeguarding"
    menu_item_class = LeadMenuItem
    menu_order = 105
    add_to_admin_menu = True

    def get_urlpatterns(self):
        one = "<uuid:concern>/"
        return [
            path("", safeguarding.Concerns.as_view(), name="list"),
            path(one, safeguarding.OneConcern.as_view(), name="one"),
            path(f"{one}done/", safeguarding.WriteDown.as_view(), name="done"),
            path(f"{one}close/", safeguarding.CloseConcern.as_view(), name="close"),
        ]


class CallsViewSet(ViewSet):
    """/admin/calls/: who asked us to phone them."""

    name = "calls"
    icon = "mobile-alt"
    menu_label = "People to phone"
    menu_name = "calls"
    menu_item_class = partial(MenuItemFor, permission="voices.phone_people")
    menu_order = 115
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", Calls.as_view(), name="index"),
            path("<int:pk>/done/", CallDone.as_view(), name="done"),
            path("<int:pk>/give/", GiveCall.as_view(), name="give"),
        ]


class EaseViewSet(ViewSet):
    """/admin/easy-or-hard/: whether people found each round easy, and what was hard."""

    name = "ease"
    url_prefix = "easy-or-hard"
    icon = "help"
    menu_label = "Easy or hard"
    menu_name = "ease"
    menu_item_class = partial(MenuItemFor, permission="voices.see_ease")
    menu_order = 126
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", EaseRounds.as_view(), name="index"),
            path("<int:pk>/", EaseOfRound.as_view(), name="round"),
        ]
