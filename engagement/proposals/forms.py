"""The form in which a round is written. Rooms to the left may refuse what they must keep, through a hook."""

from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm

CLOSES_FIRST = "The last day is before the first day. Choose a later day."


class RoundForm(WagtailAdminPageForm):
    """A round's page form. Each hook `check_round(form)` may add errors to it, such as for a vote that has begun."""

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", CLOSES_FIRST)
        for check in hooks.get_hooks("check_round"):
            check(self)
        return cleaned
