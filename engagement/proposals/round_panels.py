"""What the author of a round fills in beside its words: questions, promise, days, and what holds back machines."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from .panels import OpeningPanel, QuestionsPanel

ONE_A_LINE = "One Easy Read sentence on each line."
MAY_SHARE = f"Only for “Tell us something”: which words we may have to tell others. {ONE_A_LINE}"
SHORT = f"Only when people have less than 12 weeks: say why. Everybody can read it. {ONE_A_LINE}"

# What the database always needs is asked for in a draft as well.
KIND = MultiFieldPanel(
    [
        FieldPanel("kind", heading="Which kind?", required_on_save=True),
        FieldPanel("promise", heading="What can people change?", required_on_save=True),
        FieldPanel("promise_words", heading="The promise in plain words"),
        FieldPanel("may_share", heading="What we may have to tell others", help_text=MAY_SHARE),
    ],
    "What kind of round",
)
WHEN = MultiFieldPanel(
    [
        FieldPanel("opens_on", heading="First day to answer", required_on_save=True),
        FieldPanel("closes_on", heading="Last day to answer"),
        FieldPanel("short_reason", heading="Why people have less time", help_text=SHORT),
        FieldPanel("minutes", heading="How many minutes does it take?", required_on_save=True),
        FieldPanel("small_round", heading="A small round"),
    ],
    "When",
)
MACHINES = MultiFieldPanel(
    [FieldPanel("sets_trap"), FieldPanel("holds_back_fast"), FieldPanel("limits_starts")],
    "Holding back machines",
    help_text="Leave these on. Switch one off only when it stands in the way of people.",
)
DATE_PANELS = [
    OpeningPanel(heading="Can it open?"),
    KIND,
    WHEN,
    MultiFieldPanel([FieldPanel("has_practice")], "Before the first question"),
    MACHINES,
]
QUESTION_PANELS = [QuestionsPanel(heading="What to look at"), FieldPanel("questions")]
