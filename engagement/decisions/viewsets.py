"""The addresses of the screens for outcomes under /admin/, and their place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .views import agenda, outcomes, recording


class OutcomesMenuItem(MenuItem):
    """In the menu of those who record decisions."""

    def is_shown(self, request):
        return request.user.has_perm("decisions.view_decision")


class OutcomesViewSet(ViewSet):
    """/admin/outcomes/: what bodies decided, and what happens next."""

    name = "outcomes"
    icon = "clipboard-list"
    menu_label = "Outcomes"
    menu_name = "outcomes"
    menu_item_class = OutcomesMenuItem
    menu_order = 140
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", outcomes.Outcomes.as_view(), name="list"),
            path("agenda/<int:item>/", agenda.PutPlan.as_view(), name="plan_on_agenda"),
            path("record/", recording.ChoosePlan.as_view(), name="choose"),
            path("record/<int:proposal>/", recording.Record.as_view(), name="record"),
            path("<int:pk>/", outcomes.OneOutcome.as_view(), name="one"),
            path("<int:pk>/change/", recording.Change.as_view(), name="change"),
            path("<int:pk>/publish/", outcomes.Publish.as_view(), name="publish"),
            path("<int:pk>/confirm/", outcomes.Confirm.as_view(), name="confirm"),
            path("<int:pk>/action/", outcomes.AddAction.as_view(), name="add_action"),
            path("<int:pk>/action/<int:action>/", outcomes.AddUpdate.as_view(), name="add_update"),
        ]
