"""Rows of a form in the admin that choose from the same lists: each list is read once, however many rows (F2)."""

from django.forms import ModelChoiceField, ModelMultipleChoiceField
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel


class ChoicesOnce:
    """The choices of each model, kept for the life of one form. `known`: those that are settled already."""

    def __init__(self, known=None):
        self.known = known or {}

    def of(self, field):
        """The choices of `field` (ModelChoiceField), read from the database the first time. A list of pairs."""
        model = field.queryset.model
        if model not in self.known:
            self.known[model] = [
                ("", "---------"),
                *((row.pk, field.label_from_instance(row)) for row in field.queryset),
            ]
        return self.known[model]


class RowForm(WagtailAdminModelForm):
    """One row; `choices_once` comes from the form it stands in."""

    def __init__(self, *args, choices_once=None, **kwargs):
        super().__init__(*args, **kwargs)
        if choices_once is None:
            return
        for field in self.fields.values():
            if isinstance(field, ModelChoiceField) and not isinstance(field, ModelMultipleChoiceField):
                field.choices = choices_once.of(field)


class Rows(InlinePanel):
    """An InlinePanel whose rows share the lists they choose from. `row_form`: a RowForm class."""

    def __init__(self, *args, row_form=RowForm, **kwargs):
        super().__init__(*args, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self):
        return super().clone_kwargs() | {"row_form": self.row_form}

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": self.row_form, "inherit_kwargs": ["choices_once"]}
        return options
