"""Draft, answer, send, change, withdraw, close in any order, against a plain dict as the model (R2)."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from engagement.polls.models import Poll
from engagement.voices import flows
from engagement.voices.models import Answer, AnswerChoice, Voice, VoiceDraft, Vote
from tests import factories
from tests.engagement.voices.conftest import close

people = st.integers(0, 2)
places = st.integers(0, 2)
orders = st.tuples(st.permutations(range(3)), st.integers(1, 3)).map(lambda drawn: tuple(drawn[0][: drawn[1]]))


class Answering(RuleBasedStateMachine):
    """Three people and one round with a poll, a question for words, and 3 things to put in order."""

    def __init__(self):
        super().__init__()
        Voice.objects.all().delete()
        VoiceDraft.objects.all().delete()
        poll = factories.question_block("one", "Which?", choices=["A", "B"], poll="weigh")
        order = factories.question_block("order", "What is best?", choices=["C", "D", "E"])
        self.round = factories.make_round(questions=[poll, factories.question_block("words", "Why?"), order])
        self.poll, self.words, self.order = self.round.question_rows.asked().ready_to_show()
        self.choices, self.things = list(self.poll.choices.all()), list(self.order.choices.all())
        self.secrets = [f"secret {number} of {self.round.pk}" for number in range(3)]
        self.drafts, self.sent, self.taken, self.is_closed = {}, {}, {}, False

    def draft(self, person):
        from engagement.voices.keys import key_of

        return VoiceDraft.objects.select_related("round").get(key=key_of(self.secrets[person]))

    def voice(self, person):
        return Voice.objects.select_related("round").get(pk=self.sent[person]["pk"])

    @rule(person=people)
    def start(self, person):
        if self.is_closed:
            with pytest.raises(ValidationError):
                flows.start_draft(round=self.round, secret=self.secrets[person])
        elif person not in self.sent:
            flows.start_draft(round=self.round, secret=self.secrets[person])
            self.drafts.setdefault(person, {})

    @rule(person=people, place=places)
    def choose(self, person, place):
        if person in self.drafts:
            flows.save_answer(draft=self.draft(person), question=self.poll, choices=[self.choices[place]])
            self.drafts[person]["vote"] = place

    @rule(person=people, words=st.text(min_size=1, max_size=20).filter(lambda t: t.replace("\x00", "").strip()))
    def say(self, person, words):
        if person in self.drafts:
            words = words.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
            flows.save_answer(draft=self.draft(person), question=self.words, words=words)
            self.drafts[person]["words"] = words

    @rule(person=people, put=orders)
    def put_in_order(self, person, put):
        if person in self.drafts:
            things = [self.things[place] for place in put]
            flows.save_answer(draft=self.draft(person), question=self.order, choices=things)
            self.drafts[person]["order"] = put

    @rule(person=people, put=orders)
    def change_the_order(self, person, put):
        if person in self.sent and not self.is_closed and person not in self.taken:
            things = [self.things[place] for place in put]
            flows.change_answer(voice=self.voice(person), question=self.order, choices=things)
            self.sent[person]["order"] = put

    @rule(person=people)
    def send(self, person):
        if person in self.sent:
            again = flows.send_voice(secret=self.secrets[person])
            assert (again.pk, again.card.code) == (self.sent[person]["pk"], self.sent[person]["code"])
        elif not self.drafts.get(person):
            with pytest.raises(ValidationError):
                flows.send_voice(secret=self.secrets[person])
        else:
            voice = flows.send_voice(secret=self.secrets[person])
            self.sent[person] = self.drafts.pop(person) | {"pk": voice.pk, "code": voice.card.code}

    @rule(person=people, place=places)
    def change(self, person, place):
        if person not in self.sent:
            return
        if self.is_closed or person in self.taken:
            with pytest.raises(ValidationError):
                flows.change_answer(voice=self.voice(person), question=self.poll, choices=[self.choices[place]])
        else:
            flows.change_answer(voice=self.voice(person), question=self.poll, choices=[self.choices[place]])
            self.sent[person]["vote"] = place

    @rule(person=people)
    def take_back(self, person):
        if person in self.sent:
            flows.take_back(voice=self.voice(person))
            self.taken.setdefault(person, "after" if self.is_closed else "before")

    @precondition(lambda self: not self.is_closed)
    @rule()
    def close(self):
        close(self.round)
        self.is_closed = True

    def counting(self):
        return {p: said for p, said in self.sent.items() if self.taken.get(p) != "before"}

    @invariant()
    def every_vote_is_counted_once(self):
        expected = dict.fromkeys((choice.pk for choice in self.choices), 0)
        for said in self.counting().values():
            if "vote" in said:
                expected[self.choices[said["vote"]].pk] += 1
        assert Poll.objects.get(question=self.poll).count_by_choice() == expected
        assert Vote.objects.filter(is_current=True).count() == sum(expected.values())

    @invariant()
    def every_order_stands_as_it_was_put(self):
        """Of voices that count; one taken back while the round is open leaves nothing behind."""
        expected = {said["pk"]: list(said["order"]) for said in self.counting().values() if "order" in said}
        rows = AnswerChoice.objects.filter(ranked=True, answer__is_current=True).order_by("answer", "place")
        found = {}
        for row in rows.select_related("answer", "choice"):
            found.setdefault(row.answer.voice_id, []).append(self.things.index(row.choice))
        assert found == expected

    @invariant()
    def no_voice_is_lost_or_doubled(self):
        assert Voice.objects.count() == len(self.sent)
        assert Voice.objects.counted().count() == len(self.counting())
        assert VoiceDraft.objects.count() == len(self.drafts)

    @invariant()
    def words_stand_exactly_until_they_are_taken_back(self):
        stand = {said["words"] for person, said in self.sent.items() if "words" in said and person not in self.taken}
        assert set(Answer.objects.exclude(words="").values_list("words", flat=True)) == stand


class TestAnswering(Answering.TestCase, TestCase):
    settings = settings(max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
