"""The example ideas: who said them, when they were shown, which were put together, and who picked them.

Each is made by the flows of `voices` and `heard`, in the order in which people work, and dated back.
"""

from easyread.models import Picture
from engagement.heard.flows import (
    lead_to_theme,
    make_idea,
    publish_what_we_heard,
    put_together,
    show_idea,
    show_words,
    take_down_idea,
    write_what_we_heard,
)
from engagement.heard.models import Idea, WhatWeHeard
from engagement.polls.models import Question
from engagement.voices.flows import Said, give_voice
from engagement.voices.models import Answer, Voice

from .proposals import question_id
from .readings import load_readings
from .voice_dates import move_dates
from .voice_rows import ExampleVoice
from .voices import TYPED_IN_BY

FACES, OUT = ("good", "ok", "bad"), ("no", "yes", "not_sure")
SAID = ("provenance", "channel", "speaking", "days")


def load_ideas(loading, row, plan, *, users, bodies):
    """Load the ideas of the rounds of one plan. `row`: its data file; `plan`: dict, see demo.py."""
    for each in row["round"]:
        if (page := plan["rounds"].get(each["slug"])) and users.get("pmu"):
            _Ideas(loading, page, f"{row['proposal']}/{each['slug']}", each, users).load()


class _Ideas:
    """The ideas of one round."""

    def __init__(self, loading, page, key, row, users):
        self.loading, self.page, self.key, self.row, self.users = loading, page, key, row, users
        self.pmu = users["pmu"]
        asked = {str(question.public_id): question for question in Question.objects.filter(round=page)}
        self.questions = {name: asked[question_id(key, name)] for name in ("now", "idea", "out", "pick")}
        self.made = {}  # the key of an idea → Idea

    def load(self):
        """Load what was said, the ideas, the picks, and what was heard."""
        self.give_each(self.told(), self.say)
        for row in self.row["idea"]:
            self.made[row["key"]] = self.idea(row)
        self.give_each(self.picks(), self.pick)
        if "plain" in self.row:
            self.account()

    def told(self):
        """Who said the ideas, as a list of ExampleVoice."""
        rows = [(said, idea) for idea in self.row["idea"] for said in idea["said"]]
        return [self.voice(said[0], said[1:5], {"idea": said[5]}, name=said[0]) for said, _ in rows]

    def picks(self):
        """Who picked, as a list of ExampleVoice."""
        return [self.voice(f"pick{n}", row[:4], {"pick": row[4]}) for n, row in enumerate(self.row["picks"])]

    def voice(self, key, about, answers, name=""):
        """One made-up voice. `about`: the values of SAID, in that order."""
        how = dict(zip(SAID, about, strict=True))
        return ExampleVoice(key=f"{self.key}/{key}", answers=answers, name=name, **how)

    def give_each(self, told, say):
        """Give the voices that are not there, and move the dates of those that are. `say`: gives the Said of one."""
        keys = [voice.draft_key for voice in told]
        there = set(Voice.objects.filter(draft_key__in=keys).values_list("draft_key", flat=True))
        if there:
            move_dates(self.loading, [voice for voice in told if voice.draft_key in there])
        new = sorted((voice for voice in told if voice.draft_key not in there), key=lambda voice: voice.days)
        for voice in new:
            self.give(voice, say(voice))
        load_readings(self.page, new, self.pmu)
        self.loading.counts["made"] += len(new)

    def give(self, voice, said):
        """Give one voice."""
        give_voice(
            round=self.page,
            said=said,
            about=voice.about,
            given_at=self.loading.moment(voice.days, voice.hour),
            secret=voice.secret,
            channel=voice.channel,
            provenance=voice.provenance,
            entered_by=self.users.get(TYPED_IN_BY.get(voice.channel)),
            is_example=True,
        )

    def say(self, voice):
        """What one voice says who tells an idea. A summary stands apart from words of the person (3.2)."""
        words = voice.answers["idea"]
        told = {"summary": words} if voice.provenance == "summary" else {"words": words}
        return [*self.about_now(voice), Said(question=self.questions["idea"], **told)]

    def about_now(self, voice):
        """What one voice says to the 2 questions about evenings now: always the same for the same voice."""
        number = int(voice.draft_key[0], 16) % 3
        answers = (("now", FACES[number]), ("out", OUT[number]))
        rows = [(self.questions[name], meaning) for name, meaning in answers]
        return [Said(question=asked, choices=tuple(asked.choices.filter(meaning=said))) for asked, said in rows]

    def pick(self, voice):
        """What one voice says who picks: ideas that staff removed are left out."""
        picked = [self.made[key].choice for key in voice.answers["pick"] if self.made[key]]
        state = "" if picked else "skipped"
        return [*self.about_now(voice), Said(question=self.questions["pick"], choices=tuple(picked), state=state)]

    def idea(self, row):
        """One idea, shown on its day. Returns the Idea; None when staff removed it."""
        values = {"title": row["title"], "plain": row["plain"].strip(), "round_id": self.page.pk}
        values |= {"picture_id": self.loading.picture(row["picture"])}
        values |= {"shown_at": self.loading.moment(row["shown"]), "taken_down_at": self.loading.moment(row.get("down"))}
        return self.loading.put(Idea, f"{self.key}/{row['key']}", values, make=lambda values: self.make(row, values))

    def make(self, row, values):
        """Make one idea as the PMU does. Returns the Idea."""
        keys = {voice.draft_key for voice in self.told() if voice.name in [said[0] for said in row["said"]]}
        answers = list(Answer.objects.filter(voice__draft_key__in=keys, question=self.questions["idea"]))
        picture = Picture.objects.filter(pk=values["picture_id"]).first()
        idea = make_idea(
            round=self.page, by=self.pmu, title=row["title"], plain=row["plain"], picture=picture, answers=answers
        )
        show_idea(idea=idea, by=self.pmu, at=values["shown_at"])
        if "quote" in row:
            said = next(answer for answer in answers if row["quote"][1] in answer.words)
            show_words(idea=idea, answer=said, by=self.pmu, words=row["quote"][1])
        if "with" in row:
            put_together(idea=idea, with_idea=self.made[row["with"]], by=self.pmu, at=values["shown_at"])
        if "down" in row:
            take_down_idea(idea=idea, by=self.pmu, reason=row["reason"], at=values["taken_down_at"])
        return idea

    def account(self):
        """What was heard: the ideas that lead to a theme, and the account, published on its day."""
        on = self.loading.moment(self.row["published"])
        words = {"plain": self.row["plain"].strip(), "standard": self.row["standard"]}

        def make(values):
            for row in self.row["idea"]:
                if row.get("theme") and self.made[row["key"]]:
                    lead_to_theme(idea=self.made[row["key"]], by=self.pmu)
            account = write_what_we_heard(round=self.page, by=self.pmu, **words)
            return publish_what_we_heard(account=account, by=self.pmu, at=on)

        values = {"round_id": self.page.pk, "published_at": on, "published_by_id": self.pmu.pk}
        self.loading.put(WhatWeHeard, self.key, words | values, make=make)
