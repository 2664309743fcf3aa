"""What every screen of ours in the admin shares: who may see it, where it stands, and how a flow's refusal is told."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.views.generic import FormView, TemplateView, View
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


class StaffScreen(Allowed, WagtailAdminTemplateMixin, TemplateView):
    """One screen in the admin with its title and the way to it."""

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def above(self):
        """The screens above this one, as a list of (address, title)."""
        return []

    def get_breadcrumbs_items(self):
        way = [{"url": address, "label": title} for address, title in self.above()]
        return [*self.breadcrumbs_items, *way, {"url": "", "label": self.get_page_title()}]


class StaffForm(StaffScreen, FormView):
    """A screen with one form that does one thing. What was typed stays when the flow refuses it (Q13)."""

    template_name = "people/staff_form.html"
    button = "Save"
    done = "Saved."

    def run(self, form):
        """Do it, with the cleaned values of `form`. Raises ValidationError when a flow refuses."""
        raise NotImplementedError

    def form_valid(self, form):
        try:
            self.made = self.run(form)
        except ValidationError as refusal:
            tell_form(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(button=self.button, **kwargs)


class StaffDeed(Allowed, View):
    """One thing that is done by pressing a button; a refusal is told at the top of the next screen."""

    http_method_names = ["post"]
    done = "Done."

    def run(self, request):
        """Do it. Raises ValidationError when a flow refuses. May return a sentence (str) to say instead of `done`."""
        raise NotImplementedError

    def back(self):
        """The address to go to afterwards. Returns str."""
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        try:
            messages.success(request, self.run(request) or self.done)
        except ValidationError as refusal:
            for sentence in refusal.messages:
                messages.error(request, sentence)
        return redirect(self.back())


def tell_form(form, refusal):
    """Put a flow's `refusal` (ValidationError) on a `form`: beside the fields it names, the rest at the top."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
