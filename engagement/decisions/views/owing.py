"""What bodies owe to those who told us something: the list, sending a theme, and what a body answers."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from engagement.bodies.permissions import serves
from engagement.heard.models import Theme
from engagement.people.staff import StaffDeed, StaffForm, StaffScreen

from .. import flows
from ..flows.owing import DAYS_TO_ANSWER
from ..models import Debt
from ..owing_forms import DebtAnswerForm, SendForm
from ..permissions import bodies_of, may_record, may_send
from ..reports import debts_of, not_sent

A_PAGE = 25
KINDS = {"": "Waiting for an answer", "late": "Late", "answered": "Answered"}


class SeesDebts:
    """Screens for those who record what bodies answer: the PMU sees all, a secretary those of their own bodies."""

    header_icon = "mail"

    def allowed(self, user):
        return user.has_perm("decisions.record_decision")

    def above(self):
        return [(reverse("owing:list"), "Answers owed")]


class Debts(SeesDebts, StaffScreen):
    """Every debt: those that wait, soonest first, those that are late, or those that were answered."""

    template_name = "decisions/debts.html"
    page_title = "Answers owed"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        user, show = self.request.user, self.request.GET.get("show", "")
        show = show if show in KINDS else ""
        page = Paginator(debts_of(bodies_of(user), show), A_PAGE).get_page(self.request.GET.get("page"))
        sends = may_send(user)
        return super().get_context_data(
            page=page,
            show=show,
            kinds=KINDS.items(),
            heading=KINDS[show],
            base=f"?show={show}&page=",
            not_sent=not_sent()[:A_PAGE] if sends else [],
            **kwargs,
        )


class SendTheme(SeesDebts, StaffForm):
    """Sends a theme to a body, which from then on owes an answer."""

    form_class = SendForm
    template_name = "decisions/send_theme.html"
    page_title = "Send to a body"
    button = "Send"
    done = "Sent. Everybody can see who must answer, and by when."

    def allowed(self, user):
        return may_send(user)

    @cached_property
    def theme(self):
        found = Theme.objects.select_related("round").defer("round__easy_read", "round__standard", "round__questions")
        return get_object_or_404(found, pk=self.kwargs["theme"], round__kind="tell_us")

    def get_initial(self):
        return {"due_on": timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)}

    def run(self, form):
        return flows.send_theme(theme=self.theme, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("owing:one", args=[self.made.pk])

    def get_context_data(self, **kwargs):
        back = reverse("heard:theme", args=[self.theme.pk])
        return super().get_context_data(theme=self.theme, back=back, **kwargs)


class OfDebt(SeesDebts):
    """What is done with one debt."""

    @cached_property
    def debt(self):
        found = Debt.objects.in_full().filter(body__in=bodies_of(self.request.user))
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def above(self):
        return [*super().above(), (self.get_success_url(), self.debt.theme.title)]

    def get_success_url(self):
        return reverse("owing:one", args=[self.debt.pk])

    back = get_success_url


class OneDebt(OfDebt, StaffScreen):
    """One theme as a body has to answer it: what people said, where it came from, and what was answered."""

    template_name = "decisions/debt.html"

    def get_page_title(self):
        return self.debt.theme.title

    def above(self):
        return super().above()[:1]

    def get_context_data(self, **kwargs):
        debt, user = self.debt, self.request.user
        last = debt.last_answer
        return super().get_context_data(
            debt=debt,
            answers=debt.answers.all(),
            may_answer=may_record(user, debt.body) and not (last and last.whose),
            to_confirm=last if last and not last.confirmed_at and serves(user, debt.body) else None,
            may_send=may_send(user),
            **kwargs,
        )


class AnswerDebt(OfDebt, StaffForm):
    """Writes down what a body answers."""

    form_class = DebtAnswerForm
    template_name = "decisions/answer_debt.html"
    page_title = "Write down the answer"
    done = "Saved. Everybody can read it. What was answered before stays."

    def get_initial(self):
        return {"answered_on": timezone.localdate()}

    def run(self, form):
        return flows.answer_debt(debt=self.debt, by=self.request.user, **form.cleaned_data)

    def get_context_data(self, **kwargs):
        return super().get_context_data(debt=self.debt, back=self.get_success_url(), **kwargs)


class ConfirmAnswer(OfDebt, StaffDeed):
    """A secretary says that an answer which the PMU wrote down is right."""

    done = "Thank you. It says now that the body has confirmed this."

    def run(self, request):
        answers = self.debt.answers.select_related("debt__body", "debt__theme__round")
        given = get_object_or_404(answers, pk=self.kwargs["given"])
        flows.confirm_debt_answer(given=given, by=request.user)
