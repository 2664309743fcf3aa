"""How long checkers worked: each one's own time, which they can put right, and the Unit's report for paying them."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View

from .. import flows
from ..models import CheckSitting, EasyReadCheck
from ..models.part_checks import MOST_MINUTES
from ..times import by_checker, month_from, months_so_far, sittings_in, write_table
from .checking import Checks
from .frame import Allowed, FormScreen, Screen

PER_PAGE = 20
TIME = "easyread.see_checking_time"


class MyTime(Checks, Screen):
    """How long I worked, and where my name stands."""

    template_name = "easyread/admin/my_time.html"
    page_title = "My time"
    header_icon = "time"

    def get_context_data(self, **kwargs):
        mine = CheckSitting.objects.filter(checker=self.request.user).order_by("-began_at", "-pk")
        named = EasyReadCheck.objects.filter(finished_by=self.request.user, may_say_name=True)
        return super().get_context_data(
            page=Paginator(mine, PER_PAGE).get_page(self.request.GET.get("page")),
            named=named.select_related("revision").order_by("-finished_at")[:PER_PAGE],
            **kwargs,
        )


class TimeForm(forms.Form):
    """How long it really was. In Easy Read: checkers are self-advocates."""

    minutes = forms.IntegerField(label="How many minutes did you work?", min_value=0, max_value=MOST_MINUTES)
    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A few words are enough. The people who pay you read them.",
    )


class PutTimeRight(Checks, FormScreen):
    """A checker says how long one sitting really was."""

    page_title = "Put my time right"
    form_class = TimeForm

    @cached_property
    def sitting(self):
        return get_object_or_404(CheckSitting, pk=self.kwargs["pk"])

    def allowed(self, user):
        return super().allowed(user) and self.sitting.checker_id == user.pk

    def above(self):
        return [*super().above(), (reverse("easyread_my_time"), "My time")]

    def get_initial(self):
        return {"minutes": self.sitting.minutes, "reason": self.sitting.reason}

    def run(self, form):
        flows.put_time_right(sitting=self.sitting, by=self.request.user, **form.cleaned_data)
        return "Thank you. We changed your time."

    def get_success_url(self):
        return reverse("easyread_my_time")

    def get_context_data(self, **kwargs):
        words = [f"You checked: {self.sitting.title}.", f"We counted {self.sitting.minutes_counted} minutes."]
        return super().get_context_data(
            words=words, button="Save", button_kind="main", back=reverse("easyread_my_time"), **kwargs
        )


class HideName(Checks, FormScreen):
    """A checker takes back that a page says their name."""

    page_title = "Take my name off this page"
    form_class = forms.Form

    @cached_property
    def check(self):
        return get_object_or_404(EasyReadCheck.objects.select_related("revision"), pk=self.kwargs["pk"])

    def allowed(self, user):
        return super().allowed(user) and self.check.finished_by_id == user.pk

    def above(self):
        return [*super().above(), (reverse("easyread_my_time"), "My time")]

    def run(self, form):
        flows.hide_name(check=self.check, by=self.request.user)
        return "The page does not say your name any more."

    def get_success_url(self):
        return reverse("easyread_my_time")

    def get_context_data(self, **kwargs):
        words = [f"The page: {self.check.revision.object_str}.", "It stays checked. It only stops to say your name."]
        return super().get_context_data(
            words=words, button="Take my name off", button_kind="main", back=self.get_success_url(), **kwargs
        )


class Paid:
    """For those who pay checkers."""

    def allowed(self, user):
        return user.has_perm(TIME)

    @cached_property
    def month(self):
        return month_from(self.request.GET.get("month", ""))


class Pay(Paid, Screen):
    """How long each checker worked in one month."""

    template_name = "easyread/admin/pay.html"
    page_title = "Time of the checkers"
    header_icon = "time"

    def get_context_data(self, **kwargs):
        people = by_checker(sittings_in(self.month))
        return super().get_context_data(people=people, month=self.month, months=months_so_far(), **kwargs)


class PayTable(Paid, Allowed, View):
    """The same as a file for a spreadsheet."""

    def get(self, request):
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="checkers-{self.month:%Y-%m}.csv"'
        write_table(sittings_in(self.month), response)
        return response
