"""The example meeting to come: its agenda, its papers, the person with a place, and what they asked.

All of it is made through the flows of `bodies`, and moves on with the day of loading.
"""

from datetime import timedelta
from uuid import UUID

from engagement.bodies import flows
from engagement.bodies.models import AgendaItem, BodyAnswer, BodyQuestion, Meeting, MeetingPaper, PlaceHolder, Supporter
from engagement.decisions.flows import put_plan_on_agenda

from .files import read_each
from .streams import fixed_id

FACTS = (
    *("place", "plain", "who_can_come", "getting_there", "online", "support", "contact_name", "contact_phone"),
    *("contact_email", "time_paid", "travel_paid", "pay_words", "papers_days"),
)
SINCE = -200  # days


def load_meetings(loading, plans, *, users, bodies):
    """Load the example meetings. `plans`: slug → dict, see demo.py; `users`, `bodies`: dicts."""
    if not all(users.get(name) for name in ("secretary", "place")):
        return
    for row in read_each("meetings/*.toml", data=loading.data):
        if body := bodies[row["body"]]:
            _ExampleMeeting(loading, row, plans, users, body).load()


class _ExampleMeeting:
    """One meeting with all that hangs on it."""

    def __init__(self, loading, row, plans, users, body):
        self.loading, self.row, self.plans, self.body = loading, row, plans, body
        self.secretary, self.holder, self.supporter = users["secretary"], users["place"], users.get("supporter")

    def load(self):
        """Load the meeting and the rest, unless staff removed it."""
        self.meeting = self.load_meeting()
        if not self.meeting:
            return
        self.items = {each["key"]: self.load_item(number, each) for number, each in enumerate(self.row["item"], 1)}
        for each in self.row["paper"]:
            self.load_paper(each)
        if place := self.load_place():
            for each in self.row["question"]:
                self.load_question(each, place)

    def key(self, part):
        """The name of a part (str) of this meeting among all loaded rows."""
        return f"{self.row['slug']}/{part}"

    def load_meeting(self):
        """The meeting, announced. Returns the Meeting, or None."""
        facts = {name: clean(self.row[name]) for name in FACTS}
        facts |= {"starts_at": self.row["starts"], "ends_at": self.row["ends"]}
        day, announced = self.loading.day(self.row["held"]), self.loading.day(self.row["announced"])
        values = facts | {"body_id": self.body.pk, "held_on": day, "announced_on": announced, "is_example": True}

        def make(values):
            meeting = flows.plan_meeting(body=self.body, held_on=day, by=self.secretary, is_example=True, **facts)
            return flows.announce_meeting(meeting=meeting, by=self.secretary, on=announced)

        found = Meeting.objects.filter(body=self.body, held_on=day).first()
        return self.loading.put(Meeting, self.row["slug"], values, make=make, found=found)

    def load_item(self, number, row):
        """One thing on the agenda, with its plan. Returns the AgendaItem, or None."""
        words = {name: clean(row[name]) for name in ("title", "plain", "standard")} | {"number": number}
        picture = self.loading.picture(row["picture"])

        def make(values):
            item = flows.write_item(meeting=self.meeting, by=self.secretary, **words)
            if plan := self.plans.get(row.get("plan")):
                put_plan_on_agenda(item=item, by=self.secretary, proposal=plan["proposal"])
            item.picture_id = picture
            item.save()
            return item

        values = words | {"meeting_id": self.meeting.pk, "picture_id": picture}
        return self.loading.put(AgendaItem, self.key(row["key"]), values, make=make)

    def load_paper(self, row):
        """One paper, sent when the data says so."""
        words = {name: clean(row[name]) for name in ("title", "plain", "checked_by", "standard")}
        item, sent = self.items.get(row["item"]), self.loading.day(row.get("sent"))

        def make(values):
            paper = flows.write_paper(meeting=self.meeting, by=self.secretary, item=item, **words)
            return flows.send_paper(paper=paper, by=self.secretary, on=sent) if sent else paper

        values = words | {"meeting_id": self.meeting.pk, "item_id": item and item.pk, "sent_on": sent}
        self.loading.put(MeetingPaper, self.key(row["key"]), values, make=make)

    def load_place(self):
        """The place of the example person, with their supporter. Returns the PlaceHolder, or None."""
        seat, since = self.body.seats.filter(for_people=True).first(), self.loading.day(SINCE)
        if seat is None:
            return None

        def make(values):
            return flows.give_place(seat=seat, by=self.secretary, email=self.holder.email, since=since)

        values = {"seat_id": seat.pk, "holder_id": self.holder.pk, "since": since}
        place = self.loading.put(PlaceHolder, self.key("place"), values, make=make)
        if place and self.supporter:
            values = {"place_id": place.pk, "user_id": self.supporter.pk, "name": "Example Supporter"}
            self.loading.put(Supporter, self.key("supporter"), values)
        return place

    def load_question(self, row, place):
        """One thing that the person asked, as it stands."""
        at = self.loading.moment(row["asked"])

        def make(values):
            question = flows.ask(
                body=self.body,
                meeting=self.meeting,
                item=self.items.get(row["item"]),
                place=place,
                by=self.holder,
                kind=row["kind"],
                words=row["words"],
                key=UUID(fixed_id(self.key(row["key"]))),
                at=at,
            )
            return flows.read_question(question=question, by=self.secretary, may_show=True, at=at + timedelta(hours=2))

        values = {"words": row["words"], "asked_at": at, "meeting_id": self.meeting.pk}
        question = self.loading.put(BodyQuestion, self.key(row["key"]), values, make=make)
        if question and "answer" in row:
            self.load_answer(row, question)

    def load_answer(self, row, question):
        """What the body answered."""
        at, plain = self.loading.moment(row["answered"]), row["answer"].strip()

        def make(values):
            return flows.answer_question(question=question, by=self.secretary, plain=plain, at=at)

        values = {"plain": plain, "answered_at": at, "question_id": question.pk}
        self.loading.put(BodyAnswer, self.key(f"{row['key']}/answer"), values, make=make)


def clean(value):
    """A value of a data file: words without spaces around them."""
    return value.strip() if isinstance(value, str) else value
