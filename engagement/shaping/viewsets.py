"""Drafts and workshops of plans in the admin."""

from django.urls import path
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Draft, Workshop
from .panels import draft_form
from .views import comments, drafts, workshops, writers
from .workshop_panels import workshop_form


def published(draft):
    """Since when everybody can see a `draft` (Draft), as str."""
    return f"{draft.published_on:%-d %B %Y}" if draft.published_on else draft.date_words or "Not yet"


class DraftViewSet(ModelViewSet):
    """/admin/drafts/"""

    model = Draft
    name = "drafts"
    menu_label = "Drafts"
    menu_name = "drafts"
    icon = "doc-full"
    menu_order = 130
    add_to_admin_menu = True
    edit_handler = draft_form
    index_view_class = drafts.Drafts
    edit_view_class = drafts.EditDraft
    delete_view_class = drafts.DeleteDraft
    copy_view_enabled = False  # a copy would have the same public id
    list_display = [
        "title",
        "number",
        Column("proposal", label="Plan"),
        Column("published", label="Published", accessor=published),
    ]
    list_filter = ["proposal"]
    search_fields = ["title"]
    search_backend_name = None
    list_per_page = 25

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/publish/", drafts.PublishDraft.as_view(), name="publish"),
            path("<int:pk>/versions/", drafts.Versions.as_view(), name="versions"),
            path("<int:pk>/comments/", comments.Comments.as_view(), name="comments"),
            path("<int:pk>/comments/<slug:place>/", comments.OnePlace.as_view(), name="place"),
            path("<int:pk>/comments/<slug:place>/read/", comments.ReadComments.as_view(), name="read_comments"),
            path("<int:pk>/comments/<slug:place>/worried/", comments.Worried.as_view(), name="worried"),
            path("<int:pk>/writers/", writers.Writers.as_view(), name="writers"),
            path("<int:pk>/writers/<int:writer>/gone/", writers.WriterGone.as_view(), name="writer_gone"),
        ]


class WorkshopViewSet(ModelViewSet):
    """/admin/workshops/"""

    model = Workshop
    name = "workshops"
    menu_label = "Workshops"
    menu_name = "workshops"
    icon = "group"
    menu_order = 131
    add_to_admin_menu = True
    edit_handler = workshop_form
    index_view_class = workshops.Workshops
    edit_view_class = workshops.EditWorkshop
    copy_view_enabled = False  # a copy would have the same public id
    list_display = [
        "title",
        Column("proposal", label="Plan"),
        Column("held_on", label="Day", accessor=lambda workshop: f"{workshop.held_on:%-d %B %Y}"),
    ]
    list_filter = ["proposal"]
    search_fields = ["title"]
    search_backend_name = None
    list_per_page = 25

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/notes/", workshops.ReadNotes.as_view(), name="read_notes"),
            path("<int:pk>/photos/<int:photo>/gone/", workshops.PhotoGone.as_view(), name="photo_gone"),
        ]
