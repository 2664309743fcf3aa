"""How a draft is filled in."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface

from engagement.people.rows import Rows

from .forms import ChangeForm, DraftForm

WHOM = "Because of whom? Choose a quote, a theme or a body. Then say why in Easy Read."
WHOSE = MultiFieldPanel([FieldPanel(name) for name in ("theme", "quote", "body")], "Because of whom")
CHANGE = [FieldPanel("before"), FieldPanel("after"), FieldPanel("taken"), WHOSE, FieldPanel("reason")]

draft_form = TabbedInterface(
    [
        ObjectList(
            [
                FieldPanel("proposal", heading="Plan"),
                FieldPanel("number", help_text="1 for the first draft, 2 for the next."),
                FieldPanel("title"),
                FieldPanel("easy_read", heading="The draft in Easy Read"),
            ],
            heading="Easy Read",
        ),
        ObjectList([FieldPanel("standard", heading="The draft in standard words")], heading="Standard version"),
        ObjectList(
            [HelpPanel(WHOM), Rows("changes", CHANGE, heading="What changed", label="Change", row_form=ChangeForm)],
            heading="What changed",
        ),
        ObjectList(
            [FieldPanel("groups", widget=CheckboxSelectMultiple), FieldPanel("unknown")], heading="What we do not know"
        ),
    ],
    base_form_class=DraftForm,
)
