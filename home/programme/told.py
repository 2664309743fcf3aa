"""What people told us in the example: themes, each published by itself, the bodies that answer, and their answers.

Each is made by the flows of `heard` and `decisions`, in the order in which people work, and dated back.
"""

from uuid import UUID

from easyread.models import Picture
from engagement.decisions.flows import answer_debt, send_theme
from engagement.decisions.models import Debt, DebtAnswer
from engagement.heard.flows import make_theme, pick_quote, publish_theme, start_plan
from engagement.heard.models import Quote, StartedPlan, Theme
from engagement.voices.models import Answer

from .files import read
from .streams import fixed_id
from .told_days import move_days

WORDS = ("title", "plain", "standard")
SAID = ("answer", "reason", "role")


def load_told(loading, page, made, *, users, bodies):
    """Load what people told us. `page`: RoundPage; `made`: slug → dict, see demo.py; `users`, `bodies`: dicts."""
    if not all(users.get(name) for name in ("pmu", "secretary")):
        return
    rows = read("told/tell-us.toml", data=loading.data)["theme"]
    themes = [_Told(loading, row, n, page, made, users, bodies).load() for n, row in enumerate(rows)]
    move_days(loading, [theme for theme in themes if theme], rows)


class _Told:
    """One theme with all that hangs on it."""

    def __init__(self, loading, row, place, page, made, users, bodies):
        self.loading, self.row, self.place, self.page = loading, row, place, page
        self.made, self.users, self.bodies = made, users, bodies
        self.key, self.pmu = f"tell-us/{row['key']}", users["pmu"]

    def load(self):
        """Load the theme, its quotes, its debts in their order, and the plans that began with it. Returns the Theme."""
        theme = self.theme()
        if theme is None:
            return None
        for slug in self.row["plans"]:
            self.plan(theme, slug)
        before = None
        for number, row in enumerate(self.row["debt"]):
            before = self.debt(theme, row, f"{self.key}/{number}", before)
            if before is None:
                break
        return theme

    def theme(self):
        """The theme, published on its day. Returns the Theme; None when staff removed it."""
        on = self.loading.moment(self.row["published"])
        words = {name: self.row[name].strip() for name in WORDS}
        values = words | {"round_id": self.page.pk, "picture_id": self.loading.picture(self.row["picture"])}
        values |= {"sort_order": self.place}

        def make(values):
            picture = Picture.objects.filter(pk=values["picture_id"]).first()
            theme = make_theme(round=self.page, by=self.pmu, picture=picture, answers=self.answers(), **words)
            theme.public_id = UUID(fixed_id(self.key))  # the same page in every example
            theme.save(update_fields=["public_id"])
            for quote in self.row["quotes"]:
                self.quote(theme, quote)
            return publish_theme(theme=theme, by=self.pmu, at=on)

        return self.loading.put(Theme, self.key, values, make=make)

    def answers(self):
        """The answers that the theme holds, as a list of Answer."""
        ids = self.made["tell-us"]["answers"].get("tell-us", {})
        keys = [ids[name] for name in self.row["answers"]]
        return list(Answer.objects.select_related("voice").filter(pk__in=keys))

    def quote(self, theme, row):
        """One quote under the theme."""
        answer = next(each for each in self.answers() if row["words"] in each.words)
        values = {"theme_id": theme.pk, "answer_id": answer.pk, "words": row["words"]}

        def make(values):
            return pick_quote(theme=theme, answer=answer, by=self.pmu, words=row["words"])

        self.loading.put(Quote, f"{self.key}/{row['from']}", values, make=make)

    def plan(self, theme, slug):
        """A plan that began with the theme."""
        proposal = self.made.get(slug, {}).get("proposal")
        if proposal is None:
            return
        on = self.loading.moment(self.row["published"] + 30)

        def make(values):
            return start_plan(theme=theme, proposal=proposal, by=self.pmu, at=on)

        values = {"theme_id": theme.pk, "proposal_id": proposal.pk}
        self.loading.put(StartedPlan, f"{self.key}/{slug}", values, make=make)

    def debt(self, theme, row, key, before):
        """One debt with its answers. `before`: the Debt that was handed on to it, or None. Returns the Debt or None."""
        body = self.bodies.get(row["body"])
        if body is None:
            return None
        came_from = before if before and "sent" not in row else None
        debt = Debt.objects.filter(came_from=came_from).first() if came_from else self.sent(theme, body, row, key)
        for number, answer in enumerate(row.get("answer", [])):
            if debt:
                self.answer(debt, answer, f"{key}/{number}")
        return debt and Debt.objects.get(pk=debt.pk)

    def sent(self, theme, body, row, key):
        """A debt that the PMU sent. Returns the Debt."""
        at, due_on = self.loading.moment(row["sent"]), self.loading.day(row["due"])

        def make(values):
            return send_theme(theme=theme, body=body, due_on=due_on, by=self.pmu, at=at)

        return self.loading.put(Debt, key, {"theme_id": theme.pk, "body_id": body.pk}, make=make)

    def answer(self, debt, row, key):
        """One answer of the body, written down by its secretary or by the PMU."""
        words = {name: row[name].strip() for name in SAID}
        whose = self.bodies[row["whose"]] if "whose" in row else None
        days = {"answered_on": self.loading.day(row["on"]), "answer_by": self.loading.day(row.get("answer_by"))}
        at = self.loading.moment(row["on"])

        def make(values):
            return answer_debt(debt=debt, by=self.users[row["by"]], whose=whose, at=at, **words, **days)

        values = words | {"debt_id": debt.pk, "whose_id": whose and whose.pk}
        self.loading.put(DebtAnswer, key, values, make=make)
