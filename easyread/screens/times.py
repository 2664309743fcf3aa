"""How long checkers worked: each one's own time, which they can put right, and the Unit's report for paying them."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView, View

from .. import flows
from ..models import CheckSitting, EasyReadCheck
from ..models.part_checks import MOST_MINUTES
from ..times import by_checker, month_from, months_so_far, sittings_in, write_table
from .checking import Checks
from .frame import Allowed, RunsFlow, Screen

PER_PAGE = 20
TIME = "easyread.see_checking_time"


class MyTime(Checks, TemplateView):
    """How long I worked: each sitting, and this month in all."""

    template_name = "easyread/checking/my_time.html"

    def get_context_data(self, **kwargs):
        mine = CheckSitting.objects.filter(checker=self.request.user).order_by("-began_at", "-pk")
        this_month = sittings_in(month_from("")).filter(checker=self.request.user)
        return super().get_context_data(
            page=Paginator(mine, PER_PAGE).get_page(self.request.GET.get("page")),
            minutes=sum(row.minutes for row in this_month),
            **kwargs,
        )


class MyName(Checks, TemplateView):
    """On which pages my name stands."""

    template_name = "easyread/checking/my_name.html"

    def get_context_data(self, **kwargs):
        named = EasyReadCheck.objects.filter(finished_by=self.request.user, may_say_name=True)
        named = named.select_related("revision").order_by("-finished_at", "-pk")
        page = Paginator(named, PER_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, **kwargs)


class CheckerForm(RunsFlow, Checks, FormView):
    """A form of a checker's own, in the look of the site. `title`: its heading; `words`: what it does."""

    template_name = "easyread/checking/form.html"
    words = []

    def get_context_data(self, **kwargs):
        values = {"title": self.title, "words": self.words, "button": self.button, "back": self.get_success_url()}
        return super().get_context_data(**values | kwargs)


class TimeForm(forms.Form):
    """How long it really was. In Easy Read: checkers are self-advocates."""

    minutes = forms.IntegerField(label="How many minutes did you work?", min_value=0, max_value=MOST_MINUTES)
    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A few words are enough. The people who pay you read them.",
    )


class PutTimeRight(CheckerForm):
    """A checker says how long one sitting really was."""

    title = "Put my time right"
    button = "Save"
    form_class = TimeForm

    @cached_property
    def sitting(self):
        return get_object_or_404(CheckSitting, pk=self.kwargs["pk"])

    def allowed(self, user):
        return super().allowed(user) and self.sitting.checker_id == user.pk

    def get_initial(self):
        return {"minutes": self.sitting.minutes, "reason": self.sitting.reason}

    def run(self, form):
        flows.put_time_right(sitting=self.sitting, by=self.request.user, **form.cleaned_data)
        return "Thank you. We changed your time."

    def get_success_url(self):
        return reverse("easyread_my_time")

    @property
    def words(self):
        minutes = self.sitting.minutes_counted
        return [f"You checked: {self.sitting.title}.", f"We counted {minutes} minute{'' if minutes == 1 else 's'}."]


class HideName(CheckerForm):
    """A checker takes back that a page says their name."""

    title = "Take my name off this page"
    button = "Take my name off"
    form_class = forms.Form

    @cached_property
    def check(self):
        return get_object_or_404(EasyReadCheck.objects.select_related("revision"), pk=self.kwargs["pk"])

    def allowed(self, user):
        return super().allowed(user) and self.check.finished_by_id == user.pk

    def run(self, form):
        flows.hide_name(check=self.check, by=self.request.user)
        return "The page does not say your name any more."

    def get_success_url(self):
        return reverse("easyread_my_name")

    @property
    def words(self):
        return [f"The page: {self.check.revision.object_str}.", "It stays checked.", "It does not say your name."]


class HideEveryName(CheckerForm):
    """A checker takes back that any page says their name."""

    title = "Take my name off all pages"
    button = "Take my name off"
    words = ["No page says your name any more.", "The pages stay checked."]
    form_class = forms.Form

    def run(self, form):
        flows.hide_every_name(by=self.request.user)
        return "No page says your name any more."

    def get_success_url(self):
        return reverse("easyread_my_name")


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
