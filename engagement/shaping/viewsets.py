"""Drafts of plans in the admin."""

from django.urls import path
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Draft
from .panels import draft_form
from .views import Drafts, EditDraft, PublishDraft


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
    index_view_class = Drafts
    edit_view_class = EditDraft
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
        return [*super().get_urlpatterns(), path("<int:pk>/publish/", PublishDraft.as_view(), name="publish")]
