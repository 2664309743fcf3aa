"""All that the register holds of one body, in the order its page shows it, in a fixed number of queries (F2)."""

from dataclasses import dataclass, field

from django.db.models import Q

from easyread.blocks import lines
from engagement.bodies.models import Authority, Fact, ReportingLine, Seat

SEAT_WORDS = {
    Seat.Kind.CHAIR: "Leads the meetings",
    Seat.Kind.SUPPORT: "Helps the group to work",
    Seat.Kind.MEMBER: "Member",
    Seat.Kind.ATTENDS: "Comes to the meetings",
}
AUTHORITY_WORDS = {
    Authority.Kind.DECIDES: "It can decide",
    Authority.Kind.DELEGATED: "It decides for others",
    Authority.Kind.ADVISES: "It gives advice",
    Authority.Kind.COORDINATES: "It brings others together",
    Authority.Kind.DELIVERS: "It does the work",
}
UP_WORDS = {"reports": "It reports to", "accountable": "It must answer to", "part_of": "It is a part of"}
DOWN_WORDS = {"reports": "reports to it", "accountable": "must answer to it", "part_of": "is a part of it"}
# The kinds of facts that get a section of their own: kind, heading, icon.
FACTS = [
    (Fact.Kind.MEETS, "When it meets", "calendar"),
    (Fact.Kind.DOES, "What it does", "check"),
    (Fact.Kind.MAY_NOT, "What it may not do", "cross"),
    (Fact.Kind.REPLACES, "What it takes the place of", "change"),
    (Fact.Kind.SINCE, "What became of it", "happened"),
    (Fact.Kind.SILENT, "What we do not know", "not-sure"),
    (Fact.Kind.TWO_THINGS, "Where the paper says 2 things", "warning"),
]


@dataclass
class Shown:
    """One fact as it is shown: `row` is a Sourced row; `title` and `href` stand above its words."""

    row: object
    title: str = ""
    href: str = ""
    icon: str = "info"
    words: list = field(default_factory=list)


def named(body):
    """A body's plain name as it stands inside a sentence: "the leaders of the council"."""
    first, _, rest = body.plain_name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An"} else body.plain_name


def shown(row, **values):
    """A Sourced row as a Shown, with its Easy Read sentences."""
    return Shown(row, words=lines(row.plain), **values)


def sections_of(body):
    """The sections of a body's page that hold facts: dicts with key, title and facts (list of Shown). 4 queries."""
    facts = list(body.facts.select_related("paper", "other"))
    up, down = lines_of(body)
    sections = [
        ("can-decide", "What it can decide", powers_of(body)),
        ("places", "Who has a place", places_on(body)),
        ("answers-to", "Who it answers to", up),
        ("answers-from", "Who answers to it", down),
    ]
    sections += [(kind.value.replace("_", "-"), title, facts_of(facts, kind, icon)) for kind, title, icon in FACTS]
    add_meetings(body, sections)
    return [{"key": key, "title": title, "facts": each_title_once(facts)} for key, title, facts in sections if facts]


def each_title_once(facts):
    """`facts` (list of Shown), where a title that says the same as the one before is left out."""
    before = None
    for fact in facts:
        before, fact.title = fact.title, "" if fact.title == before else fact.title
    return facts


def powers_of(body):
    """What a body may do, as a list of Shown."""
    powers = body.authorities.select_related("paper", "given_by")
    found = []
    for power in powers:
        fact = shown(power, title=AUTHORITY_WORDS[power.kind], icon="decides")
        if power.given_by:
            fact.words.append(f"{power.given_by.plain_name} gave it this power.")
        found.append(fact)
    return found


def places_on(body):
    """Who has a place on a body: places kept for people first. A list of Shown."""
    seats = sorted(body.seats.select_related("paper", "filled_by"), key=lambda seat: not seat.for_people)
    return [place(seat) for seat in seats]


def place(seat):
    """One seat as a Shown."""
    icon = "people" if seat.for_people else "person"
    fact = shown(seat, title=SEAT_WORDS[seat.kind], icon=icon)
    if seat.for_people:
        fact.title = "Places for people with a learning disability and autistic people"
    if seat.number:
        least = "at least " if seat.number_is_least else ""
        places = "1 place" if seat.number == 1 else f"{seat.number} places"
        fact.words.append(f"There {'is' if seat.number == 1 else 'are'} {least}{places}.")
    if seat.proposed:
        fact.words.append("This is only a plan.")
    return fact


def lines_of(body):
    """Who a body answers to, and who answers to it: two lists of Shown, from one query."""
    found = ReportingLine.objects.filter(Q(body=body) | Q(to=body)).select_related("paper", "body", "to")
    up, down = [], []
    for line in found:
        if line.body_id == body.pk:
            title = f"{UP_WORDS[line.kind]} {named(line.to)}"
            up.append(shown(line, title=title, href=line.to.address, icon="next"))
        else:
            title = f"{line.body.plain_name} {DOWN_WORDS[line.kind]}"
            down.append(Shown(None, title, line.body.address, "back"))
    return up, down


def facts_of(facts, kind, icon):
    """The facts of one kind, as a list of Shown; one about another body leads to it."""
    return [
        shown(
            fact,
            icon=icon,
            title=fact.other.plain_name if fact.other else "",
            href=fact.other.address if fact.other else "",
        )
        for fact in facts
        if fact.kind == kind
    ]


def add_meetings(body, sections):
    """Put how often a body meets before what the papers say of it."""
    if not body.meetings_per_year:
        return
    times = "once" if body.meetings_per_year == 1 else f"{body.meetings_per_year} times"
    for key, _, facts in sections:
        if key == "meets" and not facts:
            facts.append(Shown(None, icon="calendar", words=[f"It meets {times} each year."]))
