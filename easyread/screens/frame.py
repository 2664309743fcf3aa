"""What these screens share: who may see them, the way to them, and how a flow's refusal is told."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class Allowed:
    """Refuses everybody for whom `allowed(user)` is not true."""

    def allowed(self, user):
        """Whether `user` (User) may see this screen. Every screen says so itself."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        if not self.allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class Screen(Allowed, WagtailAdminTemplateMixin, TemplateView):
    """One screen in the admin with its title and the way to it."""

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def above(self):
        """The screens above this one, as a list of (address, title)."""
        return []

    def get_breadcrumbs_items(self):
        way = [{"url": address, "label": title} for address, title in self.above()]
        return [*self.breadcrumbs_items, *way, {"url": "", "label": self.get_page_title()}]


class RunsFlow:
    """A form that does one thing. What was typed stays when the flow refuses it (Q13)."""

    def run(self, form):
        """Do it, with the cleaned values of `form`. Raises ValidationError when a flow refuses."""
        raise NotImplementedError

    def told(self):
        """What is said once it is done (str): what `run` gave back."""
        return self.made

    def form_valid(self, form):
        try:
            self.made = self.run(form)
        except ValidationError as refusal:
            tell_form(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, self.told())
        return redirect(self.get_success_url())


class FormScreen(RunsFlow, Screen, FormView):
    """A screen in the admin with one form."""

    template_name = "easyread/admin/form.html"


def tell_form(form, refusal):
    """Put a flow's `refusal` (ValidationError) on a `form`: beside the fields it names, the rest at the top."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
