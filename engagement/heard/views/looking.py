"""One picture or sound: looked at or listened to, written down, and allowed or not (Q6)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View

from easyread.media import serve
from engagement.people.staff import Allowed, StaffForm
from engagement.voices.attached import shown
from engagement.voices.models import Attachment

from .. import flows
from ..forms import LookForm
from .reading import Reads, queue_of

NAMES = {"picture": "Look at this picture", "sound": "Listen to this sound", "film": "Look at this film"}


def attachments():
    """What was sent, stands and is ready: nothing held out under a concern (3.6). A queryset of Attachment."""
    return Attachment.objects.of_answers().ready().select_related("answer__question", "answer__voice__round")


class File(Reads, Allowed, View):
    """The file itself, for those who may read what people said."""

    http_method_names = ["get", "head"]

    def get(self, request, public_id):
        row = get_object_or_404(Attachment.objects.of_answers().ready(), public_id=public_id)
        return serve(request, name=row.file, content_type=row.content_type, filename=row.filename)


class Look(Reads, StaffForm):
    """What staff write down of it, and whether everybody may see or hear it."""

    form_class = LookForm
    template_name = "heard/look.html"
    header_icon = "view"
    done = "We kept this."

    @cached_property
    def row(self):
        return get_object_or_404(attachments(), public_id=self.kwargs["public_id"])

    @property
    def page_title(self):
        return NAMES[self.row.kind]

    def get_initial(self):
        may = {Attachment.State.MAY_SHOW: LookForm.SHOW, Attachment.State.NOT_SHOWN: LookForm.HIDE}
        return {"decision": may.get(self.row.state), "words": self.row.words, "reason": self.row.reason}

    def run(self, form):
        return flows.look_at(attachment=self.row, by=self.request.user, **form.looked())

    def get_success_url(self):
        return queue_of(self.request)

    def get_context_data(self, **kwargs):
        item = shown(self.row, reverse("reading:file", args=[self.row.public_id]))
        return super().get_context_data(
            answer=self.row.answer,
            item=item | {"label": self.row.get_kind_display(), "words": ""},
            back=queue_of(self.request),
            back_query=self.request.GET.get("back", ""),
            **kwargs,
        )
