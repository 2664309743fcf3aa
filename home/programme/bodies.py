"""The register of bodies, and every fact of it with its source."""

from collections import Counter

from engagement.bodies.models import Authority, Body, Fact, ReportingLine, Seat

from .files import read_each

BODY_WORDS = ("name", "plain_name", "kind", "status", "status_words", "plain", "remit")
SINCE = "Since the paper"  # where a fact is from that no paper can know


def load_bodies(loading, papers):
    """Load every body of bodies_*.toml. `papers`: slug → Paper. Returns the dict slug → Body."""
    files = read_each("bodies_*.toml", data=loading.data)
    rows = [(row, file["paper"]) for file in files for row in file["body"]]
    bodies = {row["slug"]: _body(loading, row) for row, _ in rows}
    for row, paper in rows:
        if bodies[row["slug"]]:
            _Facts(loading, row, paper, papers, bodies).load()
    for model in (Authority, Seat, ReportingLine, Fact):
        loading.drop_unseen(model)
    return bodies


def _body(loading, row):
    values = {"slug": row["slug"]} | {name: row[name].strip() for name in BODY_WORDS}
    values |= {"picture_id": loading.picture(row["picture"]), "meetings_per_year": row.get("meetings_per_year")}
    return loading.put(Body, row["slug"], values, found=Body.objects.filter(slug=row["slug"]).first())


class _Facts:
    """The facts of one body."""

    def __init__(self, loading, row, paper, papers, bodies):
        self.loading, self.row, self.paper, self.papers, self.bodies = loading, row, paper, papers, bodies
        self.body = bodies[row["slug"]]
        self.used = Counter()

    def load(self):
        """Load all four kinds of facts."""
        for fact in self.row.get("authority", []):
            self.put(Authority, fact, given_by_id=self.body_id(fact.get("given_by")))
        for fact in self.row.get("seat", []):
            self.put(Seat, fact, **self.seat(fact))
        for fact in self.row.get("line", []):
            if to := self.body_id(fact["to"]):
                self.put(ReportingLine, fact, to_id=to, proposed=self.is_proposed(fact))
        for fact in self.row.get("fact", []):
            self.put(Fact, fact, other_id=self.body_id(fact.get("other")), when_words=fact.get("when", ""))

    def put(self, model, fact, **more):
        """One fact of any kind, with its source."""
        paper = None if fact["kind"] == "since" else self.papers[fact.get("paper", self.paper)]
        name = "/".join((self.row["slug"], fact["kind"], fact.get("on") or fact.get("role") or fact.get("to", "")))
        self.used[model, name] += 1
        values = {
            "body_id": self.body.pk,
            "kind": "does" if fact["kind"] == "status" else fact["kind"],
            "paper_id": paper and paper.pk,
            "section": fact.get("section", SINCE),
            "official": fact["official"],
            "plain": fact["plain"].strip(),
            "our_reading": fact.get("our", False),
            "sort_order": sum(self.used.values()),
        }
        self.loading.put(model, f"{name}/{self.used[model, name]}"[:160], values | more)

    def seat(self, fact):
        """What a seat has beyond its source."""
        return {
            "role": fact["role"],
            "for_whom": fact.get("for_whom", ""),
            "filled_by_id": self.body_id(fact.get("filled_by")),
            "number": fact.get("number"),
            "number_is_least": fact.get("number_is_least", False),
            "for_people": fact.get("for_people", False),
            "proposed": self.is_proposed(fact),
        }

    def is_proposed(self, fact):
        return fact.get("proposed", self.row["status"] == "proposed")

    def body_id(self, slug):
        """The key of the body `slug` (str or None). Raises KeyError for a slug that no data file has."""
        body = self.bodies[slug] if slug else None
        return body and body.pk
