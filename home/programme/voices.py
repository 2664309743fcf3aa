"""The example voices, each given on a past day through the voices' own flow."""

from engagement.polls.models import Question
from engagement.voices.flows import Said, give_voice
from engagement.voices.models import Answer, Voice

from .proposals import choice_id, question_id
from .readings import load_readings
from .supports import load_supports
from .voice_dates import move_dates
from .voice_rows import STATES, voices_of

ARRANGED = (Question.Kind.ORDER, Question.Kind.SORT, Question.Kind.NUMBER)
TYPED_IN_BY = {"worker": "worker", "group": "worker", "paper": "pmu", "phone": "pmu"}


def load_voices(loading, row, plan, *, users, bodies):
    """Load the voices of one plan. `row`: its data file; `plan`: dict, see demo.py, to which the keys of the answers
    are added (round → "v01.hard" → key)."""
    for each in row["round"]:
        if page := plan["rounds"].get(each["slug"]):
            key = f"{row['proposal']}/{each['slug']}"
            told = sorted(voices_of(each, key), key=lambda voice: voice.days)
            _Round(loading, page, key, each["question_order"], users).load(told)
            load_supports(told, users=users, bodies=bodies)
            plan["answers"][each["slug"]] = answers_by_name(page, told, each["question_order"], key)


def answers_by_name(page, told, questions, key):
    """The key of each answer of one round whose voice has a name, by names such as "v01.hard". Returns dict."""
    names = {voice.draft_key: voice.name for voice in told if voice.name}
    ids = {question_id(key, name): name for name in questions}
    rows = Answer.objects.filter(is_current=True, voice__round=page, voice__draft_key__in=names)
    found = rows.values_list("voice__draft_key", "question__public_id", "pk")
    return {f"{names[voice]}.{ids[str(question)]}": pk for voice, question, pk in found if str(question) in ids}


class _Round:
    """Gives the voices of one round."""

    def __init__(self, loading, page, key, order, users):
        self.loading, self.page, self.key, self.users = loading, page, key, users
        rows = Question.objects.filter(round=page).select_related("poll").prefetch_related("choices")
        by_id = {str(row.public_id): row for row in rows}
        self.questions = {name: by_id[question_id(key, name)] for name in order}

    def load(self, told):
        """Give the voices that are not there, and move the dates of those that are."""
        keys = [voice.draft_key for voice in told]
        there = set(Voice.objects.filter(draft_key__in=keys).values_list("draft_key", flat=True))
        new = [voice for voice in told if voice.draft_key not in there]
        if there:
            move_dates(self.loading, [voice for voice in told if voice.draft_key in there])
        for voice in new:
            self.give(voice)
        load_readings(self.page, new, self.users.get("pmu"))
        self.loading.counts["made"] += len(new)

    def give(self, told):
        """Give one voice."""
        give_voice(
            round=self.page,
            said=[self.said(told, name) for name in self.questions],
            about=told.about,
            given_at=self.loading.moment(told.days, told.hour),
            secret=told.secret,
            channel=told.channel,
            provenance=told.provenance,
            entered_by=self.users.get(TYPED_IN_BY.get(told.channel)),
            is_example=True,
            is_group=told.group is not None,
            people_present=told.group,
        )
        for question in self.questions.values():
            if (poll := getattr(question, "poll", None)) and not poll.frozen_at:
                poll.refresh_from_db()  # the first vote froze it; without this each vote would copy it again

    def said(self, told, name):
        """What one voice says to the question `name` (str), as a Said."""
        question, said = self.questions[name], told.answers.get(name, "skipped")
        if isinstance(said, str) and said in STATES:
            if question.kind in ARRANGED:
                return Said(question=question, state=said)
            return Said(question=question, choices=self.choices(question, name, said), state=said)
        if question.kind == Question.Kind.WORDS:
            return Said(question=question, words=said, summary=told.summary.get(name, ""))
        if question.takes_number:
            return Said(question=question, number=said)
        if question.sorts:
            return Said(question=question, piles=self.piles(question, name, said))
        return Said(question=question, choices=self.choices(question, name, said))

    def piles(self, question, name, said):
        """In which pile each thing is, as a dict of Choice to str. `said`: dict of the key of a thing to its pile."""
        keys = {choice_id(self.key, name, key): pile for key, pile in said.items()}
        return {
            choice: keys[str(choice.public_id)] for choice in question.choices.all() if str(choice.public_id) in keys
        }

    def choices(self, question, name, said):
        """The choices that `said` (a key, several keys, or a meaning such as "yes") stands for. Returns a tuple."""
        keys = said if isinstance(said, list) else [said]
        ids = [choice_id(self.key, name, key) for key in keys]
        found = [c for c in question.choices.all() if str(c.public_id) in ids or (c.meaning and c.meaning in keys)]
        if question.puts_in_order:
            found.sort(key=lambda choice: ids.index(str(choice.public_id)))
        return tuple(found)
