"""Bodies as open data, in Popolo's words where it has them: every fact with its source."""

from ninja import Router, Schema
from ninja.errors import HttpError

from easyread.blocks import lines
from engagement.bodies.models import Body

from .lists import Named, PageNumber, PageOf, named, paged

router = Router(tags=["bodies"])


class Source(Schema):
    """Where a fact is from. Without a paper, `section` says where else we know it from."""

    paper: str | None
    title: str | None
    publisher: str | None
    date: str | None
    section: str
    our_reading: bool


class Sourced(Schema):
    """One fact: in Easy Read, in the paper's own words, and where it is from."""

    plain: list[str]
    official: str
    source: Source


class AuthorityOut(Sourced):
    """What a body may do."""

    kind: str
    given_by: Named | None


class PostOut(Sourced):
    """A place on a body: a Popolo Post."""

    label: str
    role: str
    organization_id: str
    for_whom: str
    filled_by: Named | None
    number: int | None
    number_is_least: bool
    for_people_with_lived_experience: bool
    proposed: bool


class LineOut(Sourced):
    """One body reports or is accountable to another, or is a part of it."""

    kind: str
    to: Named
    for_what: str
    proposed: bool


class FactOut(Sourced):
    """Anything else the papers say, or fail to say."""

    kind: str
    other: Named | None
    when: str


class OtherName(Schema):
    """Another name of a body: a Popolo OtherName."""

    name: str
    note: str


class BodyOut(Schema):
    """A body: a Popolo Organization, with what the papers say of it."""

    id: str
    slug: str
    name: str
    other_names: list[OtherName]
    classification: str
    abstract: str
    description: str
    parent_id: str | None
    url: str
    status: str
    status_words: list[str]
    meetings_per_year: int | None
    can_decide: bool
    authorities: list[AuthorityOut]
    posts: list[PostOut]
    reporting_lines: list[LineOut]
    facts: list[FactOut]


class BodiesOut(PageOf):
    """One page of the register."""

    items: list[BodyOut]


@router.get("/bodies", response=BodiesOut, summary="Every body, by name")
def list_bodies(request, page: int = PageNumber):
    """Who asks and who decides, with every fact and its source."""
    return paged(Body.objects.with_all_facts().order_by("name", "pk"), page, body_out)


@router.get("/bodies/{slug}", response=BodyOut, summary="One body")
def get_body(request, slug: str):
    """One body by its slug."""
    body = Body.objects.with_all_facts().filter(slug=slug).first()
    if body is None:
        raise HttpError(404, "There is no body of this name.")
    return body_out(body)


def body_out(body):
    """A Body with its facts fetched, as the values of a BodyOut."""
    own_lines = list(body.reporting_lines.all())
    parent = next((line.to for line in own_lines if line.kind == line.Kind.PART_OF), None)
    return named(body) | {
        "other_names": [{"name": body.plain_name, "note": "in plain words"}],
        "classification": body.kind,
        "abstract": "\n".join(lines(body.plain)),
        "description": body.remit,
        "parent_id": parent and str(parent.public_id),
        "status": body.status,
        "status_words": lines(body.status_words),
        "meetings_per_year": body.meetings_per_year,
        "can_decide": body.can_decide,
        "authorities": [
            sourced(row) | {"kind": row.kind, "given_by": named(row.given_by)} for row in body.authorities.all()
        ],
        "posts": [post_out(body, row) for row in body.seats.all()],
        "reporting_lines": [line_out(row) for row in own_lines],
        "facts": [fact_out(row) for row in body.facts.all()],
    }


def sourced(row):
    """A Sourced row's words and where they are from."""
    paper = row.paper
    return {
        "plain": lines(row.plain),
        "official": row.official,
        "source": {
            "paper": paper and paper.slug,
            "title": paper and paper.title,
            "publisher": paper and paper.publisher,
            "date": paper and paper.date_words,
            "section": row.section,
            "our_reading": row.our_reading,
        },
    }


def post_out(body, seat):
    """A Seat as the values of a PostOut."""
    return sourced(seat) | {
        "label": seat.role,
        "role": seat.kind,
        "organization_id": str(body.public_id),
        "for_whom": seat.for_whom,
        "filled_by": named(seat.filled_by),
        "number": seat.number,
        "number_is_least": seat.number_is_least,
        "for_people_with_lived_experience": seat.for_people,
        "proposed": seat.proposed,
    }


def line_out(line):
    """A ReportingLine as the values of a LineOut."""
    extra = {"kind": line.kind, "to": named(line.to), "for_what": line.for_what, "proposed": line.proposed}
    return sourced(line) | extra


def fact_out(fact):
    """A Fact as the values of a FactOut."""
    return sourced(fact) | {"kind": fact.kind, "other": named(fact.other), "when": fact.when_words}
