"""The form of a body: a fact that a decision rests on cannot be taken out."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm

from engagement.people.models import User
from engagement.people.roles import SECRETARY
from engagement.people.rows import ChoicesOnce

IS_HELD = "A person has or had this place. It must stay. You can end the person's place."
IN_USE = "A decision rests on what this body can decide. It must stay. You can set the body to ended."


class BodyForm(WagtailAdminModelForm):
    """A body with its authorities, places, reporting lines and facts."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        secretaries = User.objects.filter(groups__name=SECRETARY).order_by("first_name", "last_name")
        self.fields["secretaries"].queryset = secretaries
        self.fields["secretaries"].choices = [(user.pk, str(user)) for user in secretaries]

    @cached_property
    def choices_once(self):
        """The lists that all rows choose from."""
        return ChoicesOnce()

    def clean(self):
        cleaned = super().clean()
        if any(authority.decisions.exists() for authority in self.taken_out("authorities")):
            raise ValidationError(IN_USE)
        if any(seat.holders.exists() for seat in self.taken_out("seats")):
            raise ValidationError(IS_HELD)
        return cleaned

    def taken_out(self, relation):
        """The rows of `relation` (str) that the form takes out, of those that were there, as a list."""
        forms = self.formsets[relation].forms
        return [form.instance for form in forms if form.instance.pk and form.data.get(form.add_prefix("DELETE"))]
