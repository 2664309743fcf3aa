"""The checkers' own screens: which pages wait, the page as the public will see it, and three big answers (T9)."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from .. import flows
from ..checking import is_any_checker, waiting_for, worked_on
from ..forms import CheckForm
from ..models import EasyReadCheck
from .frame import FormScreen, Screen

DONE = {True: "Thank you. You said that this page is good.", False: "Thank you. We will make this page better."}


class Checks:
    """Screens for easy-read checkers."""

    header_icon = "check"

    def allowed(self, user):
        return is_any_checker(user)

    def above(self):
        return [(reverse("easyread_checks"), "Pages to check")]


class Waiting(Checks, Screen):
    """Every page that waits for a checker, oldest first."""

    template_name = "easyread/admin/waiting.html"
    page_title = "Pages to check"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(checks=waiting_for(self.request.user), **kwargs)


class OneCheck(Checks):
    """What is done with one page that waits."""

    @cached_property
    def check(self):
        return get_object_or_404(EasyReadCheck.objects.select_related("revision", "task"), pk=self.kwargs["pk"])

    @cached_property
    def page(self):
        return self.check.revision.as_object()


class SayHowItIs(OneCheck, FormScreen):
    """Look at one page, and say whether it is good."""

    template_name = "easyread/admin/check.html"
    form_class = CheckForm

    def get_page_title(self):
        return f"Check: {self.page.title}"

    def run(self, form):
        flows.check_page(check=self.check, by=self.request.user, **form.cleaned_data)
        return DONE[form.cleaned_data["verdict"] == EasyReadCheck.Verdict.GOOD]

    def get_success_url(self):
        return reverse("easyread_checks")

    def get_context_data(self, **kwargs):
        open_now = self.check.status == EasyReadCheck.STATUS_IN_PROGRESS
        own = worked_on(self.request.user, self.check.revision)
        stopped = "" if open_now and not own else flows.OWN_WORK if open_now else flows.IS_DONE
        return super().get_context_data(check=self.check, page=self.page, stopped=stopped, **kwargs)


class LookAtPage(OneCheck, Screen):
    """The page as the public will see it, with the way back to the check at its top."""

    def get(self, request, *args, **kwargs):
        back = {"checking_address": reverse("easyread_check", args=[self.check.pk])}
        return self.page.make_preview_request(request, self.page.default_preview_mode, back)
