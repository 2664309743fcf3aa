"""What every screen of ours in the admin shares: who may see it, where it stands, and how a flow's refusal is told."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.generic import View
from wagtail.admin import messages

from easyread.screens.frame import Allowed, FormScreen, Screen, tell_form

__all__ = ["Allowed", "StaffDeed", "StaffForm", "StaffScreen", "tell_form"]

StaffScreen = Screen


class StaffForm(FormScreen):
    """A screen with one form that does one thing. What was typed stays when the flow refuses it (Q13)."""

    template_name = "people/staff_form.html"
    button = "Save"
    done = "Saved."

    def told(self):
        return self.done

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
            return redirect(self.back().partition("#")[0])  # to the top, where the refusal stands
        return redirect(self.back())
