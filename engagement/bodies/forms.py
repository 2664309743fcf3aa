"""The form of a body: a fact that a decision rests on cannot be taken out."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm

from engagement.people.models import User
from engagement.people.roles import SECRETARY
from engagement.people.rows import ChoicesOnce

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
        authorities = self.formsets["authorities"]
        taken_out = [form.instance for form in authorities.forms if form.data.get(form.add_prefix("DELETE"))]
        if any(authority.pk and authority.decisions.exists() for authority in taken_out):
            raise ValidationError(IN_USE)
        return cleaned
