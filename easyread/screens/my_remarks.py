"""What happened with what I said: each remark of a checker, our answer, and the words before and after (T9)."""

from django.core.paginator import Paginator
from django.db.models import F
from django.views.generic import TemplateView

from ..models import PartCheck
from ..then_and_now import with_both
from .checking import Checks
from .said import sound_of

PER_PAGE = 10


class MyRemarks(Checks, TemplateView):
    """My remarks, those with our newest answer first."""

    template_name = "easyread/checking/my_remarks.html"

    def get_context_data(self, **kwargs):
        mine = PartCheck.objects.remarks().sent().filter(said_by=self.request.user)
        mine = mine.select_related("page_check__revision__content_type").order_by(
            F("answered_at").desc(nulls_last=True), "-said_at", "-pk"
        )
        page = Paginator(mine, PER_PAGE).get_page(self.request.GET.get("page"))
        for remark in with_both(page.object_list):
            remark.given = remark.file and sound_of(remark)
        return super().get_context_data(page=page, **kwargs)
