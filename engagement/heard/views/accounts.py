"""The account of what was heard in a round: writing, publishing, putting right and taking down."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from engagement.people.staff import StaffDeed, StaffForm

from .. import flows
from ..forms import AccountForm, CorrectionForm, TakeDownForm
from ..models import WhatWeHeard
from ..permissions import may_publish
from .rounds import OfRound


class WriteAccount(OfRound, StaffForm):
    """Writes what was heard, before it is published."""

    form_class = AccountForm
    page_title = "Write what we heard"

    def get_initial(self):
        return {"plain": self.account.plain, "standard": self.account.standard} if self.account else {}

    def run(self, form):
        return flows.write_what_we_heard(round=self.round, by=self.request.user, **form.cleaned_data)


class OfAccount(OfRound):
    """What only those do who may publish, with an account that is there."""

    def allowed(self, user):
        return may_publish(user)

    @cached_property
    def account(self):
        return get_object_or_404(WhatWeHeard.objects.select_related("round"), round=self.kwargs["pk"])


class PublishAccount(OfAccount, StaffDeed):
    """Publishes what was heard."""

    done = "What we heard is published. Everybody can read it now."

    def run(self, request):
        flows.publish_what_we_heard(account=self.account, by=request.user)


class CorrectAccount(OfAccount, StaffForm):
    """Puts a published account right."""

    form_class = CorrectionForm
    page_title = "Put it right"
    done = "It is put right. Everybody can read the reason."

    def get_initial(self):
        return {"plain": self.account.plain, "standard": self.account.standard}

    def run(self, form):
        return flows.correct_what_we_heard(account=self.account, by=self.request.user, **form.cleaned_data)


class TakeDownAccount(OfAccount, StaffForm):
    """Takes a published account down."""

    form_class = TakeDownForm
    page_title = "Take it down"
    button = "Take it down"
    done = "It is taken down. Nobody can read it now."

    def run(self, form):
        return flows.take_down_what_we_heard(account=self.account, by=self.request.user, **form.cleaned_data)
