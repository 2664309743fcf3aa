"""How a body, a paper and a meeting are filled in."""

from django.forms import CheckboxSelectMultiple, DateInput
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList, TabbedInterface

from easyread.writing.panel import Writing
from engagement.people.rows import Rows

from .forms import BodyForm

SOURCE = [
    FieldPanel("plain"),
    FieldPanel("official"),
    FieldRowPanel([FieldPanel("paper"), FieldPanel("section")]),
    FieldPanel("our_reading"),
]
# What is Easy Read in it; the words of each fact too.
EASY = (
    *("plain_name", "status_words", "plain", "seats.for_whom", "reporting_lines.for_what"),
    *(f"{rows}.plain" for rows in ("authorities", "seats", "reporting_lines", "facts")),
)
EACH_FACT = "Each fact says where it is from. Invent nothing: when a paper is silent, say so."


def rows(relation, heading, label, *fields):
    """The rows of a body in `relation` (str): its own `fields` (str), then the words and the source of each."""
    return Rows(relation, [*(FieldPanel(name) for name in fields), *SOURCE], heading=heading, label=label)


body_form = TabbedInterface(
    [
        ObjectList(
            [Writing(EASY, heading="While you write")]
            + [FieldPanel(name) for name in ("name", "plain_name", "slug", "kind", "status", "status_words")]
            + [FieldPanel("plain"), FieldPanel("remit"), FieldPanel("picture"), FieldPanel("meetings_per_year")],
            heading="The body",
        ),
        ObjectList(
            [HelpPanel(EACH_FACT), rows("authorities", "What it can decide", "What it can do", "kind", "given_by")],
            heading="What it can decide",
        ),
        ObjectList(
            [
                HelpPanel(EACH_FACT),
                rows(
                    "seats",
                    "Who has a place",
                    "Place",
                    "kind",
                    "role",
                    "for_whom",
                    "filled_by",
                    "number",
                    "number_is_least",
                    "for_people",
                    "proposed",
                ),
            ],
            heading="Who has a place",
        ),
        ObjectList(
            [
                HelpPanel(EACH_FACT),
                rows("reporting_lines", "Who it answers to", "Answers to", "kind", "to", "for_what", "proposed"),
                rows("facts", "Other facts", "Fact", "kind", "other", "when_words"),
            ],
            heading="Other facts",
        ),
        ObjectList([FieldPanel("secretaries", widget=CheckboxSelectMultiple)], heading="Secretaries"),
        ObjectList([HelpPanel(template="bodies/workers_panel.html")], heading="Who works here"),
    ],
    base_form_class=BodyForm,
)

meeting_form = ObjectList(
    [
        Writing(["plain"], heading="While you write"),
        FieldPanel("body"),
        FieldPanel("held_on", widget=DateInput(format="%Y-%m-%d", attrs={"type": "date"})),
        *(FieldPanel(name) for name in ("place", "plain", "is_example")),
    ]
)

paper_form = ObjectList(
    [Writing(["about"], heading="While you write")]
    + [FieldPanel(name) for name in ("title", "short_title", "slug", "publisher", "date_words", "about")]
)
