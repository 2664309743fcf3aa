"""The checkers' own screens: which pages wait, and the page as the public will see it (T9)."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView, View

from .. import flows
from ..checking import is_any_checker, worked_on
from ..models import EasyReadCheck, PartCheck
from ..page_parts import parts_of
from ..times import minutes_of
from ..waiting import waiting_for
from .frame import Allowed

PER_PAGE = 20


class Checks(Allowed):
    """Screens for easy-read checkers, in the look of the site itself: calm, and with all its help."""

    def allowed(self, user):
        return is_any_checker(user)


class Waiting(Checks, TemplateView):
    """Every page that waits for a checker, oldest first, and the way to what is the checker's own."""

    template_name = "easyread/checking/waiting.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        answered = PartCheck.objects.remarks().filter(said_by=user).exclude(answered_at=None).exists()
        page = Paginator(waiting_for(user), PER_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, minutes=minutes_of(user), answered=answered, **kwargs)


class OneCheck(Checks):
    """What is done with one page that waits."""

    @cached_property
    def check(self):
        return get_object_or_404(EasyReadCheck.objects.select_related("revision", "task"), pk=self.kwargs["pk"])

    @cached_property
    def page(self):
        return self.check.revision.as_object()

    @cached_property
    def parts(self):
        """The parts of the version that is checked, as a list of PagePart."""
        return parts_of(self.page)

    @cached_property
    def said(self):
        """What was said of its parts so far, as a dict of key to PartCheck."""
        return {part.key: part for part in self.check.parts.select_related("said_by")}

    @cached_property
    def stopped(self):
        """Why this checker cannot check it now (str); empty when they can."""
        if self.check.status != EasyReadCheck.STATUS_IN_PROGRESS:
            return flows.IS_DONE
        return flows.OWN_WORK if worked_on(self.request.user, self.check.revision) else ""

    def first_open(self):
        """The place (int) of the first part without an answer; None when each has one."""
        return next((place for place, part in enumerate(self.parts, 1) if part.key not in self.said), None)

    def address(self, name, *args):
        """The address of one of the screens of this check (str)."""
        return reverse(f"easyread_check_{name}", args=[self.check.pk, *args])

    def note_work(self):
        """Looking at something counts as work: people are paid for reading too."""
        if not self.stopped:
            flows.note_work(check=self.check, by=self.request.user)


class LookAtPage(OneCheck, View):
    """The page as the public will see it, with the way back to the check at its top."""

    def get(self, request, *args, **kwargs):
        self.note_work()
        part = request.GET.get("part", "")
        known = part.isdecimal() and 0 < int(part[:5]) <= len(self.parts)
        back = self.address("part", int(part)) if known else reverse("easyread_check", args=[self.check.pk])
        return self.page.make_preview_request(request, self.page.default_preview_mode, {"checking_address": back})


class CheckScreen(OneCheck, TemplateView):
    """A screen of one check in the look of the page itself; it says so when this checker cannot check it now."""

    def dispatch(self, request, *args, **kwargs):
        if self.allowed(request.user) and self.stopped:
            return self.stop()
        return super().dispatch(request, *args, **kwargs)

    def stop(self):
        """The page that says why not. Returns HttpResponse."""
        self.template_name = "easyread/checking/stopped.html"
        return self.render_to_response(self.get_context_data(stopped=self.stopped))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs | {"check": self.check, "page": self.page})
