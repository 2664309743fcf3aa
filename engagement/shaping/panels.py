"""How a draft is filled in."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from easyread.writing.panel import Writing
from engagement.people.rows import Rows

from .comparing import compare
from .forms import ChangeForm, DraftForm
from .gates import earlier_of, nobody_behind
from .sentences import easy_sentences, standard_sentences

WHOM = "Because of whom? Choose a quote, a theme or a body. Then say why in Easy Read."
WHOSE = MultiFieldPanel([FieldPanel(name) for name in ("theme", "quote", "body")], "Because of whom")
EASY = ("title", "changes.after", "changes.reason", "unknown", "approval")  # and the blocks of the draft
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


class BothEditors(Panel):
    """The version that the writer sees, and, when somebody else saved meanwhile, both texts side by side."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one draft."""

        template_name = "shaping/both_editors.html"

        def get_context_data(self, parent_context=None):
            others = getattr(self.form, "others", None)
            version = (others or self.instance).version
            return super().get_context_data(parent_context) | {
                "version": version,
                **side_by_side(self.instance, others),
            }


def side_by_side(typed, others):
    """What somebody else saved (`others`: Draft or None) beside what was `typed` (Draft), as a dict of lists of Row."""
    if others is None:
        return {}
    easy = compare(easy_sentences(others.easy_read), easy_sentences(typed.easy_read))
    standard = compare(standard_sentences(others.standard), standard_sentences(typed.standard))
    said = list(others.changes.all())
    return {"others": others, "easy_rows": easy, "standard_rows": standard, "their_changes": said}


draft_form = TabbedInterface(
    [
        ObjectList(
            [
                BothEditors(),
                Writing(EASY, ["easy_read"], heading="While you write"),
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
            [
                FieldPanel("groups", widget=CheckboxSelectMultiple),
                FieldPanel("unknown"),
                FieldPanel("approved_by", heading="Which body can say yes to it?"),
                FieldPanel("approval"),
            ],
            heading="What we do not know",
        ),
    ],
    base_form_class=DraftForm,
)
