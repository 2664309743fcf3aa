"""Writing a draft without losing anybody's words, its earlier versions, and publishing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from engagement.people.staff import StaffForm, StaffScreen

from ..flows import keep_version, publish_draft
from ..forms import PublishForm
from ..gates import is_out, reasons_not_to_publish
from ..models import Draft
from ..permissions import may_publish
from ..sentences import easy_sentences, standard_sentences

HAS_COMMENTS = "People said something about this draft. It stays."
A_PAGE = 10


class Drafts(generic.IndexView):
    """Wagtail's list, with the plan of each draft in the same query (F2)."""

    def get_base_queryset(self):
        return Draft.objects.select_related("proposal").defer("easy_read", "standard").order_by("proposal", "number")


class EditDraft(generic.EditView):
    """Wagtail's screen for one draft, with buttons to all that hangs on it."""

    def get_base_object_queryset(self):
        return super().get_base_object_queryset().select_related("proposal")

    @cached_property
    def header_buttons(self):
        if not may_publish(self.request.user):
            return super().header_buttons
        ways = [("comments", "What people said", "comment"), ("writers", "Writers", "user")]
        ways += [("versions", "Earlier versions", "history")]
        ways += [] if is_out(self.object) else [("publish", "Publish", "upload")]
        return [
            *super().header_buttons,
            *(
                HeaderButton(label, url=reverse(f"drafts:{name}", args=[self.object.pk]), icon_name=icon)
                for name, label, icon in ways
            ),
        ]

    def save_instance(self):
        with transaction.atomic():
            keep_version(draft=self.form.instance, seen=self.form.cleaned_data["seen_version"], by=self.request.user)
            return super().save_instance()

    def form_valid(self, form):
        """Saves, unless somebody else saved in the very moment: then both stand side by side, and nothing is lost."""
        try:
            return super().form_valid(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)


class DeleteDraft(generic.DeleteView):
    """Wagtail's screen for deleting; a draft about which people said something stays."""

    def delete_action(self):
        if self.object.comments.exists():
            raise ValidationError(HAS_COMMENTS)
        return super().delete_action()

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ValidationError as refusal:
            messages.error(self.request, refusal.messages[0])
            return redirect("drafts:edit", self.object.pk)


class OfDraft:
    """Screens about one draft, for those who may write drafts."""

    header_icon = "doc-full"

    def allowed(self, user):
        return may_publish(user)

    @cached_property
    def draft(self):
        return get_object_or_404(Draft.objects.select_related("proposal"), pk=self.kwargs["pk"])

    def above(self):
        return [(reverse("drafts:index"), "Drafts"), (reverse("drafts:edit", args=[self.draft.pk]), str(self.draft))]

    def get_context_data(self, **kwargs):
        return super().get_context_data(draft=self.draft, **kwargs)


class Versions(OfDraft, StaffScreen):
    """What a draft said before it was saved anew: every version, the newest first."""

    template_name = "shaping/versions.html"
    page_title = "Earlier versions"

    def get_context_data(self, **kwargs):
        rows = self.draft.versions.select_related("replaced_by")
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, versions=[shown(row) for row in page], **kwargs)


def shown(row):
    """A DraftVersion as it is shown. Returns a dict."""
    draft = Draft.from_serializable_data(row.content, check_fks=False) or Draft()
    return {
        "row": row,
        "sentences": easy_sentences(draft.easy_read),
        "standard": standard_sentences(draft.standard),
        "changes": row.content.get("changes", []),
    }


class PublishDraft(OfDraft, StaffForm):
    """Publishes a draft, from a day that can be named."""

    form_class = PublishForm
    template_name = "shaping/publish.html"
    page_title = "Publish"
    button = "Publish this draft"
    done = "The draft is published. Everybody can read it now."

    def run(self, form):
        return publish_draft(draft=self.draft, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("drafts:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(reasons=reasons_not_to_publish(self.draft), **kwargs)
