"""Screens of a live page: put it right at once, take it down."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page

from .. import flows
from ..forms import ReasonForm
from ..models.guarded import Guarded
from .frame import FormScreen


class OfPage:
    """What is done with one page of ours, by somebody who may publish it."""

    @cached_property
    def page(self):
        page = get_object_or_404(Page, pk=self.kwargs["pk"]).specific
        if not isinstance(page, Guarded):
            raise PermissionDenied
        return page

    def allowed(self, user):
        return self.page.permissions_for_user(user).has_publish_right()

    def edit_address(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


class PageForm(OfPage, FormScreen):
    """A screen that asks why. `words`: what pressing the button does, as a list of sentences."""

    form_class = ReasonForm
    words = []

    def above(self):
        return [(self.edit_address(), self.page.get_admin_display_title())]

    def get_success_url(self):
        return self.edit_address()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page,
            button=self.button,
            button_kind=self.button_kind,
            words=self.words,
            back=self.edit_address(),
            **kwargs,
        )


class PutRight(PageForm):
    """The newest draft goes out at once, with a public reason and without the label."""

    page_title = "Put this page right at once"
    button, button_kind = "Put it right now", "main"
    words = [
        "Everybody sees the newest draft at once.",
        "The page loses its Easy Read label until somebody has checked it.",
        "It goes to the Easy Read checkers by itself.",
        "We keep the version that is live now.",
        "No answer of anybody is lost.",
    ]

    def run(self, form):
        reason = form.cleaned_data["reason"]
        flows.correct_page(
            page=self.page, revision=self.page.get_latest_revision(), reason=reason, by=self.request.user
        )
        return "Everybody sees the new version now. It is with the checkers."


class TakeDown(PageForm):
    """A live page comes down at once, with a public reason."""

    page_title = "Take this page down"
    button, button_kind = "Take it down now", "danger"
    words = [
        "Nobody can see or answer this page any more.",
        "Its address says that we took it down, and why.",
        "Everything that people said is kept.",
    ]

    def run(self, form):
        flows.take_down_page(page=self.page, reason=form.cleaned_data["reason"], by=self.request.user)
        return "This page is down. Its address says why."
