"""Who asked us to phone them (Q14): the newest of the list last, and the number gone once somebody has phoned."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse

from engagement.people.staff import StaffDeed, StaffScreen

from ..flows import call_done
from ..models import CallRequest

A_PAGE = 50


class ForPhoning:
    """What is done by those who phone people."""

    header_icon = "mobile-alt"

    def allowed(self, user):
        return user.has_perm("voices.phone_people")


class Calls(ForPhoning, StaffScreen):
    """Who waits for a call, the longest first."""

    template_name = "voices/calls.html"
    page_title = "People to phone"

    def get_context_data(self, **kwargs):
        waiting = CallRequest.objects.filter(done_at=None).select_related("round")
        waiting = waiting.defer("round__easy_read", "round__standard", "round__questions")
        page = Paginator(waiting, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(calls=page, days=settings.DAYS_TO_KEEP_A_NUMBER, **kwargs)


class CallDone(ForPhoning, StaffDeed):
    """One person was phoned: the number goes."""

    done = "Done. The number is gone."

    def run(self, request):
        call = get_object_or_404(CallRequest, pk=self.kwargs["pk"])
        return None if call_done(call=call, by=request.user) else "Somebody else phoned already."

    def back(self):
        return reverse("calls:index")
