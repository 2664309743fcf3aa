"""The register of bodies as lists: by what they can do and how they stand, and who answers to whom."""

from dataclasses import dataclass, field

from easyread.blocks import lines
from easyread.reading import ready
from engagement.bodies.models import Body, ReportingLine

from .cards import Card

GROUPS = [
    ("decide", "They can decide", "These groups can make decisions."),
    ("help", "They help others to decide", "These groups give advice or do the work."),
    ("planned", "They are only a plan", "Somebody wants to start these groups."),
    ("silent", "We do not know what they can decide", "The papers do not say what these groups can decide."),
    ("unknown", "We do not know if they still meet", "The papers do not say if these groups still meet."),
    ("ended", "They have ended", "These groups do not meet any more."),
]
STATUS_TAGS = {
    Body.Status.CURRENT: ("", ""),
    Body.Status.PROPOSED: ("Only a plan", "soon"),
    Body.Status.ENDED: ("Ended", "closed"),
    Body.Status.UNKNOWN: ("We do not know if it still meets", "plain"),
}
# A body is shown with its strongest power.
POWERS = [
    ("decides", "Can decide", "yes"),
    ("delegated", "Can decide for others", "yes"),
    ("advises", "Gives advice", "plain"),
    ("coordinates", "Brings others together", "plain"),
    ("delivers", "Does the work", "plain"),
]


def register_groups():
    """Every body as a Card, in groups: a list of dicts with title, words and cards. Two queries (F2)."""
    bodies = list(Body.objects.select_related("picture").prefetch_related("authorities").order_by("plain_name"))
    ready(body.picture for body in bodies)
    cards = {key: [] for key, _, _ in GROUPS}
    for body in bodies:
        cards[group_of(body)].append(body_card(body))
    return [
        {"key": key, "title": title, "words": words, "cards": cards[key]} for key, title, words in GROUPS if cards[key]
    ]


def group_of(body):
    """Which list of the register a body is in (str)."""
    if body.status == Body.Status.CURRENT:
        return "decide" if body.can_decide else "help" if body.authorities.all() else "silent"
    return {Body.Status.PROPOSED: "planned", Body.Status.ENDED: "ended"}.get(body.status, "unknown")


def body_card(body):
    """A body as a Card with its first sentence and its strongest power."""
    tag, kind = STATUS_TAGS[body.status]
    if not tag:
        tag, kind = power_of(body)
    return Card(
        title=body.plain_name, href=body.address, words=lines(body.plain)[:1], tag=tag, kind=kind, picture=body.picture
    )


def power_of(body):
    """The strongest thing a body may do, as words and a kind of tag."""
    kinds = {authority.kind for authority in body.authorities.all()}
    return next(((words, tag) for kind, words, tag in POWERS if kind in kinds), ("", ""))


@dataclass
class Branch:
    """A body in the map, how it answers to the body above, and the bodies that answer to it."""

    body: Body
    words: list = field(default_factory=list)
    below: list = field(default_factory=list)
    is_shown_above: bool = False


LINE_WORDS = {
    ReportingLine.Kind.REPORTS: "It reports to the group above.",
    ReportingLine.Kind.ACCOUNTABLE: "It must answer to the group above.",
    ReportingLine.Kind.PART_OF: "It is a part of the group above.",
}


def tree_of_bodies():
    """Who answers to whom, as (list of Branch from the top, list of Body without any line). Two queries (F2)."""
    bodies = {body.pk: body for body in Body.objects.select_related("picture").order_by("plain_name")}
    lines_to = {}
    with_line = set()
    for line in ReportingLine.objects.select_related(None).order_by("sort_order", "pk"):
        lines_to.setdefault(line.to_id, []).append(line)
        with_line |= {line.body_id}
    tops = [pk for pk in lines_to if pk not in with_line] or list(lines_to)[:1]
    seen = set()
    trees = [branch(pk, [], bodies, lines_to, seen) for pk in bodies if pk in tops]
    missed = [pk for pk in bodies if pk in lines_to and pk not in seen]  # a ring without a top
    for pk in missed:
        if pk not in seen:
            trees.append(branch(pk, [], bodies, lines_to, seen))
    return trees, [body for pk, body in bodies.items() if pk not in seen]


def branch(pk, words, bodies, lines_to, seen):
    """The Branch of one body. A body that stands in the map already is only named, so that a ring has an end."""
    if pk in seen:
        return Branch(bodies[pk], words, is_shown_above=True)
    seen.add(pk)
    below = [branch(line.body_id, line_words(line), bodies, lines_to, seen) for line in one_each(lines_to.get(pk, []))]
    return Branch(bodies[pk], words, below)


def one_each(lines):
    """One line for each body: the first, when a body answers for several things."""
    return list({line.body_id: line for line in reversed(lines)}.values())[::-1]


def line_words(line):
    """How a body answers to the one above, as a list of Easy Read sentences."""
    return [LINE_WORDS[line.kind], "This is only a plan."] if line.proposed else [LINE_WORDS[line.kind]]
