"""The example decisions: at a meeting, with a reply to every theme, and actions with what was done.

Each is recorded by the example secretary and published by the PMU through the flows of `decisions`, dated back.
"""

from engagement.bodies.flows import find_or_add_meeting
from engagement.bodies.models import Meeting
from engagement.decisions.flows import add_update, keep_summary, publish_outcome, record_decision
from engagement.decisions.models import Action, Decision, Reply, Update

WORDS = ("title", "plain", "why", "standard", "equality_note")
OPENED = ("note_opened_on", "voices_opened_on")


def load_decisions(loading, row, plan, *, users, bodies):
    """Load the decisions about one plan. `row`: its data file; `plan`: dict, see demo.py."""
    for each in row["decision"]:
        if bodies[each["body"]] and users.get("secretary") and users.get("pmu"):
            _Outcome(loading, each, plan, users, bodies).load()


class _Outcome:
    """One decision with all that hangs on it."""

    def __init__(self, loading, row, plan, users, bodies):
        self.loading, self.row, self.plan, self.bodies = loading, row, plan, bodies
        self.secretary, self.pmu = users["secretary"], users["pmu"]

    def load(self):
        """Load the decision. Its replies and actions are made with it; from then on their words and days are kept."""
        meeting = self.meeting()
        decision = meeting and self.decision(meeting)
        if not decision:
            return
        if decision.published_at:
            keep_summary(decision)  # one that was loaded before there were summaries has none yet
        for row in self.row["reply"]:
            if row["theme"] in self.plan["themes"]:
                self.reply(row, decision)
        for row in self.row["action"]:
            if self.bodies[row["owner"]]:
                self.action(row, decision)

    def meeting(self):
        """The meeting. Returns the Meeting; None when staff removed it."""
        words = {"place": self.row["place"], "plain": self.row["meeting_plain"].strip(), "is_example": True}
        body, held_on = self.bodies[self.row["body"]], self.loading.day(self.row["met"])
        values = words | {"body_id": body.pk, "held_on": held_on}

        def make(values):
            return find_or_add_meeting(body=body, held_on=held_on, by=self.secretary, **words)

        return self.loading.put(Meeting, self.row["slug"], values, make=make)

    def decision(self, meeting):
        """The published decision. Returns the Decision; None when staff removed it."""
        at = self.loading.moment(self.row["published"])
        words = {name: self.row[name].strip() for name in WORDS}
        words |= {name: self.loading.day(self.row.get(name)) for name in OPENED}
        values = words | {"recorded_at": at, "confirmed_at": at, "published_at": at, "meeting_id": meeting.pk}

        def make(values):
            decision = record_decision(
                by=self.secretary,
                meeting=meeting,
                proposal=self.plan["proposal"],
                kind=self.row["kind"],
                slug=self.row["slug"],
                replies=[self.said(row) for row in self.row["reply"] if row["theme"] in self.plan["themes"]],
                actions=[self.task(row) for row in self.row["action"] if self.bodies[row["owner"]]],
                at=at,
                **words,
            )
            return publish_outcome(decision=decision, by=self.pmu, at=at)

        return self.loading.put(Decision, self.row["slug"], values, make=make)

    def said(self, row):
        """One reply, as the flow takes it."""
        words = {name: row[name].strip() for name in ("answer", "reason", "standard")}
        whose = self.bodies[row["whose"]] if "whose" in row else None
        by = self.loading.day(row.get("answer_by"))
        return words | {"theme": self.plan["themes"][row["theme"]], "whose": whose, "answer_by": by}

    def task(self, row):
        """One action, as the flow takes it."""
        words = {"what": row["what"], "owner_role": row["owner_role"], "due_on": self.loading.day(row["due"])}
        return words | {"owner": self.bodies[row["owner"]], "theme": self.plan["themes"].get(row["reply"])}

    def reply(self, row, decision):
        """Keep one reply that was made with the decision."""
        values = self.said(row)
        theme, whose = values.pop("theme"), values.pop("whose")
        values |= {"decision_id": decision.pk, "theme_id": theme.pk, "whose_id": whose and whose.pk}

        def make(values):
            return Reply.objects.get_or_create(decision=decision, theme=theme, defaults=values)[0]

        self.loading.put(Reply, f"{self.row['slug']}/{row['theme']}", values, make=make)

    def action(self, row, decision):
        """Keep one action that was made with the decision, and add what was done about it."""
        values = self.task(row)
        theme, owner = values.pop("theme"), values.pop("owner")
        reply = decision.replies.filter(theme=theme).first()
        values |= {"decision_id": decision.pk, "owner_id": owner.pk, "reply_id": reply and reply.pk}

        def make(values):
            return Action.objects.get_or_create(decision=decision, what=row["what"], defaults=values)[0]

        action = self.loading.put(Action, f"{self.row['slug']}/{row['key']}", values, make=make)
        for number, update in enumerate(row["updates"]):
            if action:
                self.update(update, action, f"{self.row['slug']}/{row['key']}/{number}")

    def update(self, row, action, key):
        """One thing that was done about an action."""
        words = {"happened_on": self.loading.day(row["on"]), "state": row["state"], "words": row["words"]}
        at = self.loading.moment(row["on"])

        def make(values):
            return add_update(action=action, by=self.secretary, at=at, **words)

        values = words | {"action_id": action.pk, "recorded_at": at}
        self.loading.put(Update, key, values, make=make, change=_move_on)


def _move_on(update, values):
    """An update never changes, and so refuses to be saved again; only an example's day moves on."""
    Update.objects.filter(pk=update.pk).update(**values)
