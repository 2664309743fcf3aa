"""What one person said and told, as the long link of their card shows it to them alone."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, FilteredRelation, OuterRef, Q

from engagement.polls.models import Choice, Question
from engagement.voices.about import HELPED, WHO
from engagement.voices.groups.said import said_rows
from engagement.voices.in_words import given_in_words
from engagement.voices.models import Answer, Vote
from engagement.voices.models.voices import Provenance

State = Answer.State
IN_WORDS = {
    State.SKIPPED: "You skipped this.",
    State.BLANK: "You left this empty on paper.",
    State.UNREADABLE: "We could not read this on paper.",
    State.NOT_SAID: "You do not want to say.",
    State.NOT_SURE: "You are not sure.",
}
VOTED = "You voted here. You can change your vote."
VOTED_AND_CLOSED = "You voted here."
SUMMARY = "The person who helped you wrote:"
# Whose words we took them for (3.2), told to the person, who may see that it is wrong.
WHOSE = {
    Provenance.OWN_WORDS: "They are your own words.",
    Provenance.READ_BACK: "Someone wrote your words down and read them to you.",
    Provenance.SUMMARY: "The person who helped you made them shorter.",
    Provenance.OBSERVED: "The person who helped you wrote what they saw.",
    Provenance.SOMEONE_ELSE: "They are the view of another person.",
}


@dataclass
class Asked:
    """One question and what one voice said to it.

    `said`: what was chosen, put in order, sorted or counted, as lines. `voted`: never for what. `summary`: a
    supporter's, apart from the person's words.
    """

    public_id: object
    text: str
    has_ended: bool
    voted: bool
    state: str
    words: str
    summary: str
    said: list

    @property
    def is_answered(self):
        return bool(self.state)


def what_was_said(voice):
    """Every question of a voice's round with what the voice said, as a list of Asked: one query for all of it (F2)."""
    mine = FilteredRelation("answers", condition=Q(answers__voice=voice.pk, answers__is_current=True))
    votes = Vote.objects.filter(poll__question=OuterRef("pk"), voice=voice, is_current=True)
    rows = (
        Question.objects.filter(round_id=voice.round_id)
        .annotate(mine=mine, voted=Exists(votes))
        .order_by("sort_order", "pk", "mine__chosen__place", "mine__chosen__pk")
        .values_list(
            *("pk", "public_id", "text", "ended_at", "voted", "kind", "unit", "mine__state", "mine__words"),
            *("mine__summary", "mine__number", "mine__chosen__choice", "mine__chosen__choice__text"),
            "mine__chosen__pile",
        )
    )
    found, chosen = {}, defaultdict(list)
    for pk, public_id, text, ended_at, voted, kind, unit, *answer, number, choice, label, pile in rows:
        state, words, summary = (part or "" for part in answer)
        asked = Asked(public_id, text, ended_at is not None, voted, state, words, summary, [])
        found.setdefault(pk, (asked, Question(kind=kind, unit=unit), number))
        chosen[pk] += [(Choice(pk=choice, text=label), pile)] if choice else []
    for pk, (asked, question, number) in found.items():
        put = {"choices": [choice for choice, _ in chosen[pk]], "piles": {c.pk: pile for c, pile in chosen[pk] if pile}}
        asked.said += given_in_words(question, number=number, **put)
    return [asked for asked, *_ in found.values()]


def own_rows(mine, change_href):
    """Each question with what was said, for components/summary_list.html. `change_href`: gives the address of a change.

    Returns a list of dict. What somebody voted is never shown against a card (DESIGN.md 6.9). A group sees its hands
    and its statements; its worker puts them right.
    """
    if mine.voice.is_group and hasattr(mine.voice, "group_session"):
        return said_rows(mine.voice.group_session, asked_of_group(mine.voice))
    return [
        {
            "question": asked.text,
            "answer": said(mine, asked),
            "href": change_href(asked) if mine.may_change and not asked.has_ended else "",
            "change": "Change or add",
        }
        for asked in mine.asked
    ]


def asked_of_group(voice):
    """The questions that a group answered by hands or in words, in their order. A list of Question."""
    asked = Question.objects.filter(answers__voice=voice, answers__is_current=True)
    return list(asked.order_by("sort_order", "pk").distinct())


def whose_words(voice):
    """Whose words we took them for, as one Easy Read sentence (str)."""
    return WHOSE[voice.provenance]


def said(mine, asked):
    """What was said to one question (Asked), as a list of lines."""
    if asked.voted:
        told = [VOTED if mine.may_change else VOTED_AND_CLOSED]
    elif not asked.is_answered:
        return ["You did not answer this."]
    else:
        told = asked.said or ([IN_WORDS[asked.state]] if asked.state in IN_WORDS else [])
    told = [*told, asked.words] if asked.words else told
    return [*told, SUMMARY, asked.summary] if asked.summary else told


def about_rows(voice):
    """What the person told about themselves, for components/summary_list.html: only what there is. A list of dict."""
    about = getattr(voice, "about_you", None)
    if about is None:
        return []
    rows = [
        ("Who are you?", [label for value, label in WHO if value in about.who]),
        ("Where do you live?", about.place),
        ("Did someone help you?", dict(HELPED).get(about.helped, "")),
    ]
    return [{"question": question, "answer": told} for question, told in rows if told]


def vote_before(voice, asked):
    """The choice of a vote that stands, so that words can be added without voting again. Returns a list of Choice."""
    votes = voice.votes.filter(poll__question=asked, is_current=True).select_related("choice")
    return [vote.choice for vote in votes]
