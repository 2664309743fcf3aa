"""The addresses of the screens for outcomes under /admin/, and their place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from engagement.heard.permissions import may_read

from .views import agenda, felt, outcomes, owing, recording


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


class OwingMenuItem(MenuItem):
    """In the menu of those who record what bodies answer."""

    def is_shown(self, request):
        return request.user.has_perm("decisions.record_decision")


class OwingViewSet(ViewSet):
    """/admin/answers-owed/: what bodies owe to those who told us something."""

    name = "owing"
    url_prefix = "answers-owed"
    icon = "mail"
    menu_label = "Answers owed"
    menu_name = "answers-owed"
    menu_item_class = OwingMenuItem
    menu_order = 135
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", owing.Debts.as_view(), name="list"),
            path("send/<int:theme>/", owing.SendTheme.as_view(), name="send"),
            path("<int:pk>/", owing.OneDebt.as_view(), name="one"),
            path("<int:pk>/answer/", owing.AnswerDebt.as_view(), name="answer"),
            path("<int:pk>/confirm/<int:given>/", owing.ConfirmAnswer.as_view(), name="confirm"),
        ]


class FeltMenuItem(MenuItem):
    """In the menu of those who read what people said."""

    def is_shown(self, request):
        return may_read(request.user)


class FeltViewSet(ViewSet):
    """/admin/felt-true/: why a promise felt true to people, or not."""

    name = "felt"
    url_prefix = "felt-true"
    icon = "view"
    menu_label = "Did this feel true?"
    menu_name = "felt-true"
    menu_item_class = FeltMenuItem
    menu_order = 145
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", felt.Felt.as_view(), name="list"),
            path("<int:pk>/read/", felt.ReadFelt.as_view(), name="read"),
        ]
