"""The rows of a voice: the voice itself, its answers, choices and votes, what was told of the person, its card (F3)."""

import secrets

from django.core.exceptions import ValidationError

from engagement.polls.flows import freeze

from ..about import speaking_of
from ..keys import card_ideas, key_of, link_token_of, new_code
from ..models import AboutYou, Answer, AnswerChoice, Card, Consent, Voice, Vote
from ..models.voices import Provenance
from ..said import CHANGED_MEANWHILE, WITHOUT_ANSWER
from ..words_that_worry import is_worrying

Kind = Consent.Kind
AGREED = {kind.value: kind for kind in (Kind.PUBLISH, Kind.PICTURE, Kind.VOICE, Kind.FILM)}


def new_voice(draft, now, entered_by, kind):
    """Insert the voice of a draft, whose key makes it the only one. `kind`: dict of Voice values. Returns the Voice."""
    kind = {name: value for name, value in kind.items() if value is not None}
    kind.setdefault("provenance", draft.about.get("whose") or Provenance.OWN_WORDS)
    return Voice.objects.create(
        round=draft.round,
        draft_key=draft.key,
        speaking=speaking_of(draft.about.get("who", [])),
        entered_by=entered_by,
        given_at=now,
        salt=secrets.token_hex(32),
        **kind,
    )


def add_answers(voice, drafted, now):
    """Insert a voice's answers, choices and votes. Returns a list of Answer.

    `drafted`: list of DraftAnswer, each with its question and poll.
    """
    rows = [Answer(voice=voice, question=d.question, state=d.state, given_at=now, **words_to_send(d)) for d in drafted]
    Answer.objects.bulk_create(rows)
    chosen, votes = [], []
    for row, draft in zip(rows, drafted, strict=True):
        add_choices(row, {"choice_ids": draft.choice_ids, "piles": draft.piles}, chosen, votes, now)
    store_choices(chosen, votes, now)
    return rows


def add_choices(answer, arranged, chosen, votes, now):
    """Put the choices of one answer where they belong: a vote in a poll, else a choice of the answer.

    `arranged`: dict with `choice_ids` in their order and `piles`, as a draft keeps them. A group has no vote: its
    hands are counted beside (SEAMS.md). `chosen`, `votes`: lists that grow.
    """
    poll = getattr(answer.question, "poll", None)
    for place, choice_id in enumerate(arranged["choice_ids"], start=1):
        if poll and not answer.voice.is_group:
            vote = Vote(voice=answer.voice, poll=poll, choice_id=choice_id, given_at=now)
            vote.provenance = answer.provenance
            votes.append(vote)
        else:
            put = where_put(answer.question, place, arranged["piles"].get(str(choice_id), ""))
            chosen.append(AnswerChoice(answer=answer, choice_id=choice_id, **put))


def where_put(question, place, pile):
    """The place or pile of one choice of an answer to a `question` (Question). Returns a dict of AnswerChoice values.

    A picked idea has a place, 1 to 3, so that there are never more; a thing in order has the place where it was put.
    """
    if question.picks_ideas or question.puts_in_order:
        return {"place": place, "ranked": question.puts_in_order}
    return {"pile": pile} if question.sorts else {}


def store_choices(chosen, votes, now):
    """Insert choices and votes, and freeze each poll that has its first vote."""
    AnswerChoice.objects.bulk_create(chosen)
    for vote in votes:
        freeze(poll=vote.poll, at=now)
    check_votes(votes)
    Vote.objects.bulk_create(votes)


def check_votes(votes):
    """Raise ValidationError when a poll was written anew after a person chose in it, and before its first vote."""
    polls = {vote.poll.pk for vote in votes}
    if len(polls) < len(votes) or any(vote.choice_id not in vote.poll.frozen_choices for vote in votes):
        raise ValidationError(CHANGED_MEANWHILE, code="changed")


def words_to_send(draft):
    """What goes from a draft's answer into the Answer beside its choices; when it was left out, only how it turned."""
    if draft.state in WITHOUT_ANSWER:
        return {"turned": draft.turned}
    told = {name: getattr(draft, name) for name in ("words", "summary", "provenance", "alone", "number", "turned")}
    return told | {
        "attached": getattr(draft, "attached", False),
        "worrying": is_worrying(draft.words, draft.summary),
    }


def add_about(voice, about, now):
    """Insert what the person told about themselves, and each thing they agreed to (3.7)."""
    told = {"who": about.get("who", []), "place": about.get("place", ""), "helped": about.get("helped", "")}
    if any(told.values()):
        AboutYou.objects.bulk_create([AboutYou(voice=voice, **told)])
    agreed = [kind for name, kind in AGREED.items() if about.get(name)]
    if agreed:
        Consent.objects.bulk_create([Consent(voice=voice, kind=kind, given_at=now) for kind in agreed])


def add_card(voice, secret):
    """Insert the card of a voice: three pictures, a short code, and the hash of the long link's token."""
    voice.card = Card(
        voice=voice,
        code=new_code(),
        pictures=card_ideas(voice.draft_key),
        link_key=key_of(link_token_of(secret)),
    )
    voice.card.save(force_insert=True)
