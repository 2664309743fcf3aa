"""What a card shows: with the short code the trail of the round, with the long link one's own words too."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import cached_property

from easyread.dates import full_date
from easyread.reading import ready
from engagement.heard.models import Theme
from engagement.polls.models import Question
from engagement.voices.keys import key_of, read_code
from engagement.voices.models import Answer, Card, Consent
from engagement.voices.permissions import may_change

from .outcomes import actions_of, replies_to
from .steps import steps_for
from .story import Story, what_was_heard

State = Answer.State
IN_WORDS = {
    State.SKIPPED: "You skipped this.",
    State.NOT_SAID: "You do not want to say.",
    State.NOT_SURE: "You are not sure.",
}
VOTED = "You voted here. You can change your vote."
VOTED_AND_CLOSED = "You voted here."


@dataclass
class MyVoice:
    """A voice as its card opens it. `is_own`: whether the long link was used, so that its words are shown."""

    voice: object
    is_own: bool

    @property
    def round(self):
        return self.voice.round

    @cached_property
    def may_change(self):
        """Whether the person may change, and add, today."""
        return self.is_own and may_change(self.voice, timezone.now())

    @cached_property
    def may_show_words(self):
        """Whether the person agreed that their words may be shown."""
        return self.voice.consents.filter(kind=Consent.Kind.PUBLISH, withdrawn_at=None).exists()

    @cached_property
    def answers(self):
        """The answers that stand, by the id of their question, each with its choices."""
        answers = self.voice.answers.filter(is_current=True).prefetch_related("chosen__choice")
        return {answer.question_id: answer for answer in answers}

    @cached_property
    def questions(self):
        """The questions still asked, and those this voice answered, in their order, as a list."""
        questions = Question.objects.filter(round_id=self.round.pk).select_related("poll").order_by("sort_order", "pk")
        return [q for q in questions if q.ended_at is None or q.pk in self.answers]

    @cached_property
    def voted(self):
        """The ids of the questions in which this voice voted; never for what."""
        return set(self.voice.votes.filter(is_current=True).values_list("poll__question", flat=True))

    @cached_property
    def theme_ids(self):
        """The ids of the themes that this voice's answers are in."""
        mine = Theme.objects.filter(answers__voice=self.voice, answers__is_current=True)
        return set(mine.values_list("pk", flat=True)) if self.is_own else set()


def opened_by(token):
    """The voice that a card's `token` (str) opens: the code of 8 digits, or the long link. Returns MyVoice, or None."""
    cards = Card.objects.select_related("voice__round").defer(
        "voice__round__easy_read", "voice__round__standard", "voice__round__questions"
    )
    code = read_code(token)
    card = cards.filter(code=code).first() if code else cards.filter(link_key=key_of(token)).first()
    return MyVoice(card.voice, is_own=not code) if card else None


def own_rows(mine, change_href):
    """Each question with what was said, for components/summary_list.html. `change_href`: gives the address of a change.

    Returns a list of dict. What somebody voted is never shown against a card (DESIGN.md 6.9).
    """
    rows = []
    for question in mine.questions:
        answer = mine.answers.get(question.pk)
        can = mine.may_change and question.ended_at is None
        rows.append(
            {
                "question": question.text,
                "answer": said(mine, question, answer),
                "href": change_href(question) if can else "",
                "change": "Change or add",
            }
        )
    return rows


def said(mine, question, answer):
    """What was said to one question, as a list of lines. `answer`: Answer or None."""
    if question.pk in mine.voted:
        told = [VOTED if mine.may_change else VOTED_AND_CLOSED]
    elif answer is None:
        return ["You did not answer this."]
    else:
        told = [chosen.choice.text for chosen in answer.chosen.all()]
        told = told or ([IN_WORDS[answer.state]] if answer.state in IN_WORDS else [])
    return [*told, answer.words] if answer and answer.words else told


def trail_of(mine):
    """What became of the round: its steps, what we heard, and the newest decision in full. Returns a dict."""
    proposal = mine.round.proposal
    if proposal is None:
        return {"steps": [], "what_next": what_next(mine.round)}
    story = Story(proposal)
    decisions = story.decisions
    return {
        "proposal": proposal,
        "steps": steps_for(proposal, story),
        "heard_href": heard_href(story, mine.round),
        "newest": outcome(mine, decisions[0]) if decisions else None,
        "earlier": decisions[1:],
        "what_next": [] if decisions else what_next(mine.round),
    }


def heard_href(story, round):
    """The address of what we heard in a round (RoundPage), or "" while nothing is published."""
    page = next((page for page in story.rounds if page.pk == round.pk), None)
    return f"{page.address}results/#heard" if page and what_was_heard(page) else ""


def outcome(mine, decision):
    """A decision with its replies, those to the person's own themes first, and its actions. Returns a dict."""
    replies = replies_to(decision)
    for reply in replies:
        reply.is_mine = reply.theme_id in mine.theme_ids
    ready([decision.meeting.body.picture])
    return {
        "decision": decision,
        "when": [f"They met on {full_date(decision.meeting.held_on)}."],
        "replies": sorted(replies, key=lambda reply: not reply.is_mine),
        "actions": actions_of(decision),
    }


def what_next(round):
    """What happens next while nothing is decided, as a list of sentences. `round`: RoundPage."""
    if round.stage == "open":
        until = [f"People can answer until {full_date(round.closes_on)}."] if round.closes_on else []
        return [*until, "We read every word.", "Then we say what we heard."]
    return ["We read every word.", "Then we say what we heard."]
