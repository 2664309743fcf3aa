"""A whole story made in few lines: voices, themes, quotes, drafts and decisions, for tests of the public pages."""

import itertools
import uuid
from datetime import timedelta

from django.utils import timezone

from engagement.decisions.models import Action, Decision, Reply, Update
from engagement.heard.flows.publishing import keep_theme_counts
from engagement.heard.models import Quote, Reading, Theme, ThemeAnswer, WhatWeHeard
from engagement.shaping.models import Change, Draft
from engagement.voices.flows import forget_counts
from engagement.voices.models import Answer, AnswerChoice, Consent, Voice, Vote
from engagement.voices.permissions import has_closed
from tests import factories

_numbers = itertools.count(1)


def make_voice(round, picks=(), words="", *, question=None, **values):
    """A voice in a round. `picks`: Choice rows it chose. `words`: its words for `question` (Question)."""
    given_at = timezone.now() - timedelta(days=20)
    voice = Voice.objects.create(round=round, draft_key=uuid.uuid4().hex, given_at=given_at, **values)
    by_question = {}
    for choice in picks:
        by_question.setdefault(choice.question, []).append(choice)
    for asked, choices in by_question.items():
        answer_with(voice, asked, choices)
    if words:
        voice.said = Answer.objects.create(voice=voice, question=question, state="answered", words=words)
    if has_closed(round):  # no flow made these rows, so the counts that were kept do not know of them
        forget_counts(round=round)
    return voice


def answer_with(voice, question, choices):
    """One answer of a voice: votes in a poll, else choices of the answer."""
    state = "not_sure" if choices[0].meaning == "not_sure" else "answered"
    answer = Answer.objects.create(voice=voice, question=question, state=state)
    poll = getattr(question, "poll", None)
    for choice in choices:
        if poll and not voice.is_group:
            Vote.objects.create(voice=voice, poll=poll, choice=choice)
        else:
            AnswerChoice.objects.create(answer=answer, choice=choice)
    return answer


def agree_to_show(voice):
    """Consent to show a voice's words."""
    return Consent.objects.create(voice=voice, kind=Consent.Kind.PUBLISH)


def read(answer, may_show=True, **values):
    """Somebody of the PMU read an answer."""
    return Reading.objects.create(answer=answer, read_by=factories.make_user(), may_show=may_show, **values)


def make_theme(round, answers=(), **values):
    """A theme of a round with its answers."""
    values.setdefault("title", f"Theme {next(_numbers)}")
    theme = Theme.objects.create(round=round, plain="People want more time.", **values)
    for answer in answers:
        ThemeAnswer.objects.create(theme=theme, answer=answer)
    return theme


def make_quote(theme, answer, words=""):
    """A quote of an answer under a theme."""
    return Quote.objects.create(theme=theme, answer=answer, words=words or answer.words)


def publish_heard(round, published=True):
    """What we heard in a round, published or not."""
    return WhatWeHeard.objects.create(
        round=round, plain="You told us many things.", published_at=timezone.now() if published else None
    )


def make_decision(proposal, *, published=True, days=-3, body=None, **values):
    """A decision about a plan at a meeting `days` (int) from today."""
    number = next(_numbers)
    values = {
        "slug": f"decision-{number}",
        "kind": "decided",
        "title": f"They chose way {number}.",
        "plain": "The board said yes.",
        "why": "Most people wanted it.",
        "equality_note": "The board thought about disabled people.",
        "recorded_by": factories.make_user(),
        "published_at": timezone.now() if published else None,
    } | values
    meeting = factories.make_meeting(body or proposal.decided_by, days - number)
    if values["kind"] == "decided":
        values.setdefault("authority", meeting.body.authorities.first())
    if values["kind"] == "decided":
        values.setdefault("authority", meeting.body.authority_to_decide)
    return Decision.objects.create(proposal=proposal, meeting=meeting, **values)


def make_reply(decision, theme, answer="yes", **values):
    """A reply of a decision to a theme."""
    return Reply.objects.create(
        decision=decision, theme=theme, answer=answer, **{"reason": "We agree with you."} | values
    )


def make_action(decision, days=30, state="", **values):
    """An action due `days` (int) from today, with one update of `state` when given."""
    values = {"what": f"Write letter {next(_numbers)}.", "owner": decision.meeting.body} | values
    action = Action.objects.create(decision=decision, due_on=factories.today(days), **values)
    if state:
        Update.objects.create(
            action=action,
            state=state,
            happened_on=factories.today(-1),
            words="We wrote it.",
            recorded_by=factories.make_user(),
        )
    return action


def make_draft(proposal, number=1, **values):
    """A draft of a plan that is out since yesterday."""
    values = {"title": "First words", "published_on": factories.today(-1)} | values
    return Draft.objects.create(proposal=proposal, number=number, **values)


def make_change(draft, **values):
    """A change in a draft because of a body, unless another reason is given."""
    if not {"quote", "theme", "body"} & set(values):
        values["body"] = factories.make_body()
    return Change.objects.create(
        draft=draft, **{"before": "It was 1.", "after": "It is 2.", "reason": "It is better."} | values
    )


def choices_of(round, kind):
    """The choices of the round's first question of `kind`, in order."""
    return list(round.question_rows.get(kind=kind).choices.order_by("sort_order"))


class Story:
    """A plan from its first question to what was done, with `rows` of everything that can be many."""

    def __init__(self, rows=5):
        self.round = factories.make_round(opens=-60, closes=-5, title="What do you think?", promise="ask")
        self.plan = self.round.proposal
        self.words = self.round.question_rows.get(kind="words")
        self.choices = choices_of(self.round, "one")
        self.voices = [self.add_voice(number) for number in range(rows)]
        self.themes = [make_theme(self.round, [voice.said]) for voice in self.voices]
        self.quotes = [make_quote(theme, voice.said) for theme, voice in zip(self.themes, self.voices, strict=True)]
        self.heard = publish_heard(self.round)
        keep_theme_counts(round=self.round)  # as publishing does
        self.decision = make_decision(self.plan)
        for number, theme in enumerate(self.themes):
            make_reply(self.decision, theme)
            make_action(self.decision, -3 if number % 2 else 30, "" if number % 3 else "done")
        self.draft = make_draft(self.plan)
        for quote, theme in zip(self.quotes, self.themes, strict=True):
            make_change(self.draft, quote=quote, theme=theme)
        self.open_round = factories.make_round(proposal=self.plan, title="Say more")
        for _ in range(rows - 1):
            factories.make_round()
            make_decision(self.plan)

    def add_voice(self, number):
        """One voice that was read, with consent."""
        whose = "own_words" if number % 2 else "summary"
        voice = make_voice(
            self.round, [self.choices[number % 2]], f"I say {number}", question=self.words, provenance=whose
        )
        agree_to_show(voice)
        read(voice.said)
        return voice

    @property
    def body(self):
        """The body that decides."""
        return self.plan.decided_by

    @property
    def addresses(self):
        """Every kind of public page, by a name."""
        return {
            "home": "/",
            "plans": "/have-your-say/",
            "plan": self.plan.address,
            "plan, standard": f"{self.plan.address}standard/",
            "open round": self.open_round.address,
            "open round, standard": f"{self.open_round.address}standard/",
            "results to come": f"{self.open_round.address}results/",
            "closed round": self.round.address,
            "results": f"{self.round.address}results/",
            "draft": f"{self.plan.address}draft-1/",
            "outcomes": "/what-happened/",
            "outcome": self.decision.address,
            "register": "/who-decides/",
            "map": "/who-decides/map/",
            "body": self.body.address,
            "meeting": self.decision.meeting.address,
            "meetings of a body": f"{self.body.address}meetings/",
        }
