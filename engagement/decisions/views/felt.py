"""Reading why a promise felt true, or not: every answer with words that nobody has read, oldest first."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse

from engagement.heard.permissions import may_read
from engagement.people.staff import StaffDeed, StaffScreen

from .. import flows
from ..models import FeltTrue

A_PAGE = 25


class ReadsFelt:
    """Screens for those who may read what people said."""

    header_icon = "view"

    def allowed(self, user):
        return may_read(user)


class Felt(ReadsFelt, StaffScreen):
    """The words that wait, or those that were read."""

    template_name = "decisions/felt.html"
    page_title = "Did this feel true?"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        shows_read = self.request.GET.get("show") == "read"
        rows = FeltTrue.objects.unread()
        if shows_read:
            rows = FeltTrue.objects.current().exclude(why="").exclude(read_at=None).order_by("-read_at", "-pk")
        rows = rows.select_related("voice__round", "read_by").defer(*LONG)
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        base = f"?show={'read' if shows_read else ''}&page="
        return super().get_context_data(page=page, shows_read=shows_read, base=base, **kwargs)


LONG = tuple(f"voice__round__{name}" for name in ("easy_read", "standard", "questions"))


class ReadFelt(ReadsFelt, StaffDeed):
    """Reads one answer with one press: its words may be shown, or not."""

    def run(self, request):
        felt = get_object_or_404(FeltTrue.objects.current().exclude(why=""), pk=self.kwargs["pk"])
        may_show = request.POST.get("show") == "yes"
        flows.read_felt(felt=felt, by=request.user, may_show=may_show)
        return "Read. These words may be shown." if may_show else "Read. We do not show these words."

    def back(self):
        return reverse("felt:list")
