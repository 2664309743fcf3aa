"""Sending: a draft becomes one counted voice and its card, in one transaction and in few queries (F3)."""

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, router, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from engagement.polls.flows import freeze

from ..about import speaking_of
from ..keys import card_ideas, key_of, link_token_of, new_code
from ..models import AboutYou, Answer, AnswerChoice, Attachment, Card, Consent, DraftAnswer, Voice, VoiceDraft, Vote
from ..models.voices import Provenance
from ..permissions import check_may_answer, check_was_open
from ..said import CHANGED_MEANWHILE, GONE, NOTHING_SAID, TOO_FAST, WITHOUT_ANSWER
from ..words_that_worry import is_worrying
from .attached_sent import send_attachments
from .closing import count_late
from .joining import go_on_with

Kind = Consent.Kind
LONG_TEXTS = ("easy_read", "standard", "questions")  # of a round; parsing them would cost more than all the rest
AGREED = {kind.value: kind for kind in (Kind.PUBLISH, Kind.PICTURE, Kind.VOICE, Kind.FILM)}
TRIES = 5  # for a short code that nobody else has


def send_voice(*, secret, **how):
    """Turn the draft with `secret` (str) into one voice and its card. The same draft always gives the same (R2).

    `how`: channel, provenance, entered_by (User), given_at (datetime, for words given earlier), is_example, is_group,
    people_present, least_seconds (from Start to Send, for who sends it alone). Left out: online, and whose words the
    person said they are. Returns the Voice, with `card`. Raises ValidationError when the round is not open,
    when nothing was answered, or when there is no such draft.
    """
    return send_draft(key=key_of(secret), secret=secret, **how)


def send_draft(*, key, secret, **how):
    """As `send_voice`, for the draft with `key` (str), whose card is made from `secret` (str)."""
    for last in (False,) * (TRIES - 1) + (True,):
        try:
            with transaction.atomic():
                return find_voice(key) if not (said := read_draft(key)) else store_voice(secret, *said, **how)
        except IntegrityError:  # two at once, or a short code that is taken: nothing was stored, so look again
            if last:
                raise
            how["begun"] = Voice.objects.filter(draft_key=key).first()  # by a word about a draft (beginning.py)


def find_voice(key):
    """The voice that was made from the draft with `key` (str). Raises ValidationError when there is none."""
    voice = Voice.objects.select_related("card", "round").filter(draft_key=key).first()
    if voice is None:
        raise ValidationError(GONE, code="gone")
    return voice


def read_draft(key):
    """The draft with `key` (str) and its answers, locked until the voice is stored. Returns (draft, list) or None.

    One query fetches the answers with their questions, polls, draft and round.
    """
    joined = DraftAnswer.objects.select_related("draft__round", "question__poll").select_for_update(of=("draft",))
    joined = joined.defer(*(f"draft__round__{name}" for name in LONG_TEXTS))
    given = Attachment.objects.filter(draft=OuterRef("draft"), question=OuterRef("question"), trouble="")
    joined = joined.annotate(attached=Exists(given))
    answers = list(joined.filter(draft__key=key).order_by("question__sort_order", "pk"))
    if answers:
        return answers[0].draft, answers
    draft = VoiceDraft.objects.select_for_update(of=("self",)).select_related("round").filter(key=key).first()
    return (draft, []) if draft else None


def store_voice(secret, draft, answers, *, given_at=None, entered_by=None, begun=None, least_seconds=0, **kind):
    """Write the voice with all that hangs on it, and remove the draft. Returns the Voice.

    `begun`: the Voice of the same person that said something about a draft before, or None: the answers join it.
    """
    if not any(answer.state not in WITHOUT_ANSWER for answer in answers):
        raise ValidationError(NOTHING_SAID, code="nothing")
    now = given_at or timezone.now()
    check_not_too_fast(draft, now, least_seconds)
    check_was_open(draft.round, now) if given_at else check_may_answer(draft.round, now, draft)
    voice = go_on_with(begun, draft, answers, now) if begun else new_voice(draft, now, entered_by, kind)
    rows = add_answers(voice, answers, now)
    if any(answer.attached for answer in answers):
        send_attachments(draft, rows)
    add_about(voice, draft.about, now)
    if begun is None:
        add_card(voice, secret)
    remove_draft(draft)
    count_late(voice=voice)
    return voice


def check_not_too_fast(draft, now, least_seconds):
    """Raise ValidationError for answers that came faster than a person can press, in a round that holds them back (Q9).

    Nothing is lost: pressed again a little later, they are sent.
    """
    if draft.round.holds_back_fast and now - draft.started_at < timedelta(seconds=least_seconds):
        raise ValidationError(TOO_FAST, code="too_fast")


def remove_draft(draft):
    """Delete a draft and its answers in two queries; .delete() would first fetch both again (F3)."""
    database = router.db_for_write(VoiceDraft)
    DraftAnswer.objects.filter(draft_id=draft.pk)._raw_delete(database)
    VoiceDraft.objects.filter(pk=draft.pk)._raw_delete(database)


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
