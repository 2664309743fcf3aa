"""Sending a group session: one voice with its hands, its statements and its card; and giving a whole one at once."""

import uuid
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from engagement.polls.models import Question

from .. import supporting
from ..hands import NOTHING_YET, refuse_details, refuse_pile, refuse_tap
from ..keys import key_of, new_secret
from ..models import Answer, Consent, GroupSession, Hands, Tap, Voice, VoiceDraft
from ..models.voices import Provenance
from ..permissions import check_may_answer
from ..said import GONE
from .closing import count_late
from .grouping import check_own
from .handing import answer_with_hands, freeze_polls
from .sending import add_card, new_voice, remove_draft
from .stating import NOT_THEIRS, refuse_statement
from .visiting import check_may_support, stands_to
from .worrying import follow_to_voice


@dataclass
class Stated:
    """One statement for `give_group`: `question` (Question), `words`, whose they are, how many agreed (int or None)."""

    question: object
    words: str
    provenance: str = Provenance.READ_BACK
    agreed: int | None = None


@transaction.atomic
def send_group(*, session, by, secret="", publish="", now=None):
    """Turn an unsent session into one voice; the same session always gives the same voice (R2).

    `session`: GroupSession; `by`: its worker (User). `secret`: what the card is made from, made when the page was
    shown. `publish`: how the group agreed that we show its words, a key of supporting.HOW_AGREED, or "". Returns the
    Voice. Raises PermissionDenied; ValidationError when nothing was said or the round is not open.
    """
    check_own(session, by)
    rows = GroupSession.objects.select_for_update(of=("self",)).select_related("draft__round")
    session = rows.filter(pk=session.pk).first()
    if session is None:
        raise ValidationError(GONE, code="gone")
    if session.is_sent:
        return Voice.objects.select_related("card", "round").get(pk=session.voice_id)
    now, publish = now or timezone.now(), supporting.one_of(publish, supporting.HOW_AGREED)
    check_may_answer(session.draft.round, now, session.draft)
    voice = store_group(session, session.draft, secret or new_secret(), by, now)
    add_publish(voice, publish, now)
    follow_to_voice(voice)
    log(instance=voice, action="voices.entered", user=by)
    return voice


@transaction.atomic
def give_group(
    *, round, by, organisation, details, hands=(), statements=(), publish="", given_at=None, secret="", **how
):
    """Store a whole session at once, as a tally sheet, an import or the made-up programme gives it. All or nothing.

    `details`: dict as for `start_group`. `hands`: dict of Choice, or (Choice, pile), to int. `statements`: list of
    Stated. `how`: is_example. The rest as in `send_group` and `give_voice`. Returns the Voice.
    """
    now = given_at or timezone.now()
    if not how.get("is_example"):
        check_may_support(by, organisation)
    refuse_details(details, round, timezone.localdate(now))
    secret = secret or new_secret()
    draft = VoiceDraft.objects.create(key=key_of(secret), round=round)
    stands = stands_to(organisation, round.proposal)
    session = GroupSession.objects.create(
        by=by, organisation=organisation, draft=draft, stands=stands, started_at=now, **details
    )
    for choice, count in dict(hands).items():
        give_hands(session, *(choice if isinstance(choice, tuple) else (choice, "")), count, by, now)
    for said in statements:
        give_statement(session, said)
    voice = store_group(session, draft, secret, by, now, **how)
    add_publish(voice, publish, now)
    return voice


def give_hands(session, choice, pile, count, by, now):
    """Write down `count` (int) hands for a `choice` (Choice) in a `pile` (str), as one tap of so many."""
    refuse_pile(choice.question, pile)
    row = Hands(session=session, choice=choice, pile=pile, count=0, present=session.present)
    if count:
        refuse_tap(session, choice.question, row, count)
        row.count = count
        row.save()
        Tap.objects.create(session=session, choice=choice, pile=pile, token=uuid.uuid4(), step=count, by=by, at=now)


def give_statement(session, said):
    """Write down one Stated of a session that is given at once."""
    refuse_statement(session, said.question, said.words, said.provenance, said.agreed)
    told = {"summary": said.words} if said.provenance in NOT_THEIRS else {"words": said.words}
    session.statements.create(question=said.question, provenance=said.provenance, agreed=said.agreed, **told)


def store_group(session, draft, secret, by, now, **how):
    """Write the voice of a session with all that hangs on it, and remove the draft. Returns the Voice."""
    statements = list(session.statements.select_related("question"))
    hands = list(session.hands.filter(count__gt=0).select_related("choice"))
    if not statements and not hands:
        raise ValidationError(NOTHING_YET, code="nothing")
    kind = {"channel": Voice.Channel.GROUP, "is_group": True, "people_present": session.present}
    kind["provenance"] = whole_of(statements)
    voice = new_voice(draft, now, by, kind | how)
    add_hands(voice, hands, now)
    add_statements(voice, statements, now)
    add_card(voice, secret)
    session.statements.all().delete()
    GroupSession.objects.filter(pk=session.pk).update(draft=None, voice=voice)
    remove_draft(draft)
    count_late(voice=voice)
    return voice


def whole_of(statements):
    """Whose words the whole session is: theirs if all say the same, else its people's own, as hands are."""
    kinds = {said.provenance for said in statements}
    return kinds.pop() if len(kinds) == 1 else Provenance.OWN_WORDS


def add_hands(voice, hands, now):
    """Say which questions were asked by hands, and freeze the polls among them. `hands`: list of Hands."""
    asked = Question.objects.filter(pk__in={row.choice.question_id for row in hands}).select_related("poll")
    for question in asked:
        answer_with_hands(voice, question, now)
    freeze_polls(asked, hands, now)


def add_statements(voice, statements, now):
    """Insert an Answer for each Statement, numbered within its question, with the same id."""
    numbers = {}
    for said in statements:
        number = numbers[said.question_id] = numbers.get(said.question_id, 0) + 1
        Answer.objects.create(
            voice=voice,
            question=said.question,
            public_id=said.public_id,
            state="answered",
            words=said.words,
            summary=said.summary,
            provenance=said.provenance,
            statement=number,
            agreed=said.agreed,
            given_at=now,
        )


def add_publish(voice, how, now):
    """Insert that the group agreed that its words are shown, with how; nothing when they did not."""
    if how:
        Consent.objects.create(voice=voice, kind=Consent.Kind.PUBLISH, how=supporting.CONSENT_HOW[how], given_at=now)
