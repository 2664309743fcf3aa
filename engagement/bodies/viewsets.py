"""Who decides: the register of bodies, their papers and their meetings, in the admin."""

from django.urls import path
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from . import panels
from .models import Body, Meeting, Paper
from .views import organisations


class Meetings(generic.IndexView):
    """Wagtail's list, with the body of each meeting in the same query (F2)."""

    def get_base_queryset(self):
        return Meeting.objects.select_related("body")


class MeetingFilters(WagtailFilterSet):
    """Meetings of one body."""

    body = ModelChoiceFilter(queryset=Body.objects.all(), label="Body")

    class Meta:
        model = Meeting
        fields = ["body", "is_example"]


class BodyViewSet(ModelViewSet):
    """/admin/bodies/"""

    model = Body
    name = "bodies"
    menu_label = "Bodies"
    icon = "group"
    edit_handler = panels.body_form
    copy_view_enabled = False  # a copy would have the same public id
    list_display = [
        "name",
        "plain_name",
        Column("get_kind_display", label="Kind"),
        Column("get_status_display", label="Status"),
    ]
    list_filter = ["status", "kind"]
    search_fields = ["name", "plain_name", "plain"]
    search_backend_name = None
    list_per_page = 25
    ordering = ["name"]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/workers/", organisations.Workers.as_view(), name="workers"),
            path("<int:pk>/workers/<int:worker>/end/", organisations.EndWorker.as_view(), name="end_worker"),
            path("<int:pk>/workers/<int:worker>/lead/", organisations.LetLead.as_view(), name="let_lead"),
            path("<int:pk>/independence/", organisations.SayIndependence.as_view(), name="independence"),
        ]


class MeetingViewSet(ModelViewSet):
    """/admin/meetings/"""

    model = Meeting
    name = "meetings"
    menu_label = "Meetings"
    icon = "calendar"
    index_view_class = Meetings
    edit_handler = panels.meeting_form
    copy_view_enabled = False
    list_display = ["body", "held_on", "place"]
    filterset_class = MeetingFilters
    search_fields = ["body__name", "place", "plain"]
    search_backend_name = None
    list_per_page = 25
    ordering = ["-held_on"]


class PaperViewSet(ModelViewSet):
    """/admin/papers/"""

    model = Paper
    name = "papers"
    menu_label = "Papers"
    icon = "doc-full"
    edit_handler = panels.paper_form
    copy_view_enabled = False
    list_display = ["short_title", "publisher", "date_words"]
    search_fields = ["title", "short_title", "publisher"]
    search_backend_name = None
    list_per_page = 25
    ordering = ["short_title"]


class WhoDecides(ModelViewSetGroup):
    """The register, under one word in the menu."""

    items = (BodyViewSet, MeetingViewSet, PaperViewSet)
    menu_label = "Who decides"
    menu_name = "who-decides"
    menu_icon = "group"
    menu_order = 150
