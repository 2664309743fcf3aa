"""Every form of the site is drawn by our own components, so that errors, help and labels are alike everywhere (Q13)."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draws `{{ form }}` with components/form.html and each field with components/field.html."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
