"""The address of the screen that names safeguarding leads, and its place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .permissions import may_say_who_works_there
from .views.leads import EndLead, Leads


class LeadsMenuItem(MenuItem):
    """In the menu of those who name leads."""

    def is_shown(self, request):
        return may_say_who_works_there(request.user)


class SafeguardingLeadsViewSet(ViewSet):
    """/admin/safeguarding-leads/"""

    name = "safeguarding_leads"
    url_prefix = "safeguarding-leads"
    icon = "warning"
    menu_label = "Safeguarding leads"
    menu_name = "safeguarding-leads"
    menu_item_class = LeadsMenuItem
    menu_order = 155
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", Leads.as_view(), name="list"),
            path("<int:pk>/end/", EndLead.as_view(), name="end"),
        ]
