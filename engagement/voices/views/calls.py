"""Who asked us to phone them (Q14): the newest of the list last, and the number gone once somebody has phoned."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse

from engagement.people.staff import StaffDeed, StaffScreen

from ..flows import call_done, give_call
from ..flows.calling import NO_WORKERS, can_phone
from ..models import CallRequest

A_PAGE = 50
BEFORE = "Somebody else phoned already."


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
        waiting = CallRequest.objects.waiting()
        page = Paginator(waiting, A_PAGE).get_page(self.request.GET.get("page"))
        days = settings.DAYS_TO_KEEP_A_NUMBER
        return super().get_context_data(calls=page, days=days, organisations=list(can_phone()), **kwargs)


class GiveCall(ForPhoning, StaffDeed):
    """An organisation's workers phone one person, or the Unit does again."""

    done = "Saved."

    def run(self, request):
        call = get_object_or_404(CallRequest, pk=self.kwargs["pk"])
        chosen = request.POST.get("organisation", "")
        organisation = next((body for body in can_phone() if str(body.public_id) == chosen), None)
        if chosen and organisation is None:
            raise ValidationError(NO_WORKERS)
        if not give_call(call=call, by=request.user, organisation=organisation):
            return BEFORE
        return f"The workers of {organisation.plain_name} see this call now." if organisation else self.done

    def back(self):
        return reverse("calls:index")


class CallDone(ForPhoning, StaffDeed):
    """One person was phoned: the number goes."""

    done = "Done. The number is gone."

    def run(self, request):
        call = get_object_or_404(CallRequest, pk=self.kwargs["pk"])
        return None if call_done(call=call, by=request.user) else BEFORE

    def back(self):
        return reverse("calls:index")
