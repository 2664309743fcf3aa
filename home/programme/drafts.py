"""The drafts of the example plans, and what changed in each because of whom."""

from engagement.shaping.flows import publish_draft
from engagement.shaping.models import Change, Draft

from . import streams


def load_drafts(loading, row, plan, *, bodies, users):
    """Load the drafts of one plan. `row`: its data file; `plan`: what is loaded of it so far (dict, see demo.py)."""
    for each in row["draft"]:
        if users.get("pmu"):
            _DraftRow(loading, f"{row['proposal']}/{each['number']}", each, plan, bodies, users["pmu"]).load()


class _DraftRow:
    """One draft of a plan."""

    def __init__(self, loading, key, row, plan, bodies, pmu):
        self.loading, self.key, self.row, self.plan = loading, key, row, plan
        self.bodies, self.pmu = bodies, pmu

    def load(self):
        """Load the draft, and keep its changes in step."""
        words = {
            "proposal_id": self.plan["proposal"].pk,
            "number": self.row["number"],
            "title": self.row["title"],
            "unknown": self.row.get("unknown", "").strip(),
            **self.approval(),
            "easy_read": streams.easy_read(
                self.row["easy_read"], picture=self.loading.picture, key=f"draft/{self.key}"
            ),
            "standard": streams.standard(self.row["standard"], key=f"draft/{self.key}"),
        }
        out = {
            "published_on": self.loading.day(self.row.get("published")),
            "date_words": self.row.get("date_words", ""),
        }
        draft = self.loading.put(Draft, self.key, words | out, make=lambda values: self.make(words, out))
        if draft:
            self.changes(draft)

    def approval(self):
        """Which body can say yes to the draft, and what is known of it; nothing where the data say nothing. A dict."""
        if "approval" not in self.row:
            return {}
        body = self.bodies[self.row["approved_by"]]
        return {"approved_by_id": body and body.pk, "approval": self.row["approval"].strip()}

    def make(self, words, out):
        """Write the draft with the groups that asked for changes, and what changed; then publish it."""
        draft = Draft.objects.create(**words)
        draft.groups.set([self.bodies[slug] for slug in self.row["groups"] if self.bodies[slug]])
        draft.save()  # the groups are stored with the draft
        self.changes(draft)
        return publish_draft(draft=draft, by=self.pmu, on=out["published_on"], date_words=out["date_words"])

    def changes(self, draft):
        """What changed, and what was not taken."""
        for place, row in enumerate(self.row.get("change", [])):
            self.change(draft, place, row)

    def change(self, draft, place, row):
        """One change; left out when staff removed what it is because of."""
        theme, body = self.plan["themes"].get(row.get("theme")), self.bodies[row["body"]] if "body" in row else None
        quote = self.plan["quotes"].get((row.get("theme"), row.get("quote")))
        if not (theme or body or quote):
            return
        values = {
            "draft_id": draft.pk,
            "before": row["before"],
            "after": row["after"],
            "taken": row.get("taken", True),
            "reason": row["reason"].strip(),
            "standard": row.get("standard", ""),
            "theme_id": theme and theme.pk,
            "body_id": body and body.pk,
            "quote_id": quote and quote.pk,
            "sort_order": place,
        }
        self.loading.put(Change, f"{self.key}/{place}", values)
