"""Publishing a draft."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from engagement.people.staff import StaffForm

from .flows import publish_draft
from .forms import PublishForm
from .gates import is_out, reasons_not_to_publish
from .models import Draft
from .permissions import may_publish


class Drafts(generic.IndexView):
    """Wagtail's list, with the plan of each draft in the same query (F2)."""

    def get_base_queryset(self):
        return Draft.objects.select_related("proposal").defer("easy_read", "standard").order_by("proposal", "number")


class EditDraft(generic.EditView):
    """Wagtail's screen for one draft, with a button to publish it."""

    def get_base_object_queryset(self):
        return super().get_base_object_queryset().select_related("proposal")

    @cached_property
    def header_buttons(self):
        if is_out(self.object) or not may_publish(self.request.user):
            return super().header_buttons
        button = HeaderButton("Publish", url=reverse("drafts:publish", args=[self.object.pk]), icon_name="upload")
        return [*super().header_buttons, button]


class PublishDraft(StaffForm):
    """Publishes a draft, from a day that can be named."""

    form_class = PublishForm
    template_name = "shaping/publish.html"
    page_title = "Publish"
    button = "Publish this draft"
    done = "The draft is published. Everybody can read it now."
    header_icon = "doc-full"

    def allowed(self, user):
        return may_publish(user)

    @cached_property
    def draft(self):
        return get_object_or_404(Draft.objects.select_related("proposal"), pk=self.kwargs["pk"])

    def above(self):
        return [(reverse("drafts:index"), "Drafts"), (reverse("drafts:edit", args=[self.draft.pk]), str(self.draft))]

    def run(self, form):
        return publish_draft(draft=self.draft, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("drafts:index")

    def get_context_data(self, **kwargs):
        reasons = reasons_not_to_publish(self.draft)
        return super().get_context_data(draft=self.draft, reasons=reasons, **kwargs)
