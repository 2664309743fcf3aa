"""A meeting to come with everything on it, for tests of the pages of meetings."""

import uuid

from engagement.bodies import flows
from engagement.bodies.models import Seat
from engagement.decisions.flows import put_plan_on_agenda
from engagement.heard.models import ThemeCounts
from engagement.people.roles import SECRETARY, ensure_roles
from tests import factories
from tests.engagement.trail import made

FACTS = {
    "plain": "The group talks about buses.",
    "place": "The hall",
    "who_can_come": "anyone",
    "getting_there": "The hall is near the station.",
    "support": "There is a quiet room.",
    "contact_name": "The team",
    "contact_phone": "01632 960 222",
    "time_paid": "yes",
    "travel_paid": "no",
}


class Room:
    """A meeting in 10 days with `rows` things on its agenda, each with a plan, a paper and a question."""

    def __init__(self, rows=2):
        ensure_roles()
        self.body = factories.make_body()
        self.writer = factories.make_user(SECRETARY)
        self.body.secretaries.add(self.writer)
        seat = Seat.objects.create(
            body=self.body, kind="member", role="People", section="2", plain="Places.", for_people=True, number=2
        )
        self.place = flows.give_place(
            seat=seat, by=self.writer, email=f"{uuid.uuid4().hex}@example.org", name="Pat", since=factories.today(-9)
        )
        meeting = flows.plan_meeting(body=self.body, held_on=factories.today(10), by=self.writer, **FACTS)
        self.meeting = flows.announce_meeting(meeting=meeting, by=self.writer)
        self.items = [self.add_item(number) for number in range(rows)]

    def add_item(self, number):
        """One thing on the agenda, with its plan, what was heard, a late paper, and what was asked and answered."""
        item = flows.write_item(meeting=self.meeting, by=self.writer, title=f"Bus number {number}", plain="It is late.")
        page = factories.make_round(opens=-60, closes=-5)
        question = page.question_rows.get(kind="words")
        voice = made.make_voice(page, words="The bus is late.", question=question)
        theme = made.make_theme(page, [voice.said], title=f"Late buses {number}")
        ThemeCounts.objects.create(theme=theme, by_own=10, by_others=2, by_groups=0, answers_in=12)
        made.publish_heard(page)
        put_plan_on_agenda(item=item, by=self.writer, proposal=page.proposal)
        paper = flows.write_paper(
            meeting=self.meeting, by=self.writer, item=item, title=f"About buses {number}", plain="Buses are late."
        )
        flows.send_paper(paper=paper, by=self.writer, on=factories.today(-1))
        self.ask(item=item, words="Who pays?", answer="The council pays.")
        return item

    def ask(self, *, words="Why so late?", item=None, answer="", show=True, read=True, **values):
        """What the person asks; read and answered when told so. Returns the BodyQuestion."""
        question = flows.ask(
            body=self.body,
            meeting=self.meeting,
            item=item,
            place=self.place,
            by=self.place.holder,
            words=words,
            key=uuid.uuid4(),
            **values,
        )
        if read:
            flows.read_question(
                question=question, by=self.writer, may_show=show, reason="" if show else "It has a name."
            )
        if answer:
            flows.answer_question(question=question, by=self.writer, plain=answer)
        return question

    @property
    def addresses(self):
        """The public pages of meetings, by a name."""
        return {
            "meeting": self.meeting.address,
            "meetings of a body": f"{self.body.address}meetings/",
            "ask a body": f"{self.body.address}ask/",
            "ask at a meeting": f"{self.meeting.address}ask/",
        }

    @property
    def own_addresses(self):
        """The pages of the person with a place, by a name."""
        mine, place = f"/my-meetings/{self.meeting.public_id}/", f"/my-meetings/place/{self.place.public_id}/"
        waiting = self.ask(words="Can it wait?", read=False)
        return {
            "my meetings": "/my-meetings/",
            "my meeting": mine,
            "ask": f"{mine}ask/",
            "stop": f"{mine}stop/",
            "take back": f"{mine}asked/{waiting.public_id}/take-back/",
            "supporter": f"{place}supporter/",
            "name": f"{place}name/",
        }
