"""How a draft is filled in."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from engagement.people.rows import Rows

from .forms import ChangeForm, DraftForm
from .gates import earlier_of, nobody_behind
from .sentences import easy_sentences

WHOM = "Because of whom? Choose a quote, a theme or a body. Then say why in Easy Read."
WHOSE = MultiFieldPanel([FieldPanel(name) for name in ("theme", "quote", "body")], "Because of whom")
CHANGE = [*map(FieldPanel, ("before", "after", "taken")), WHOSE, *map(FieldPanel, ("reason", "standard"))]


class NoBecause(Panel):
    """The sentences that changed since the earlier draft and for which nobody is named yet."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "shaping/no_because.html"

        def get_context_data(self, parent_context=None):
            earlier, sentences = earlier_of(self.instance), []
            if earlier:
                before, after = easy_sentences(earlier.easy_read), easy_sentences(self.instance.easy_read)
                saved = [form.instance for form in self.form.formsets["changes"].initial_forms]  # read already (F2)
                taken = [change for change in saved if change.taken]
                sentences = nobody_behind(before, after, taken)
            return super().get_context_data(parent_context) | {"earlier": earlier, "sentences": sentences}


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
            [
                HelpPanel(WHOM),
                NoBecause(),
                Rows("changes", CHANGE, heading="What changed", label="Change", row_form=ChangeForm),
            ],
            heading="What changed",
        ),
        ObjectList(
            [FieldPanel("groups", widget=CheckboxSelectMultiple), FieldPanel("unknown")], heading="What we do not know"
        ),
    ],
    base_form_class=DraftForm,
)
