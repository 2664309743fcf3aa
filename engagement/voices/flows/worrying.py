"""Raising a concern: the words are held out at once, and the leads are told (3.6, docs/safeguarding.md)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from easyread.signals import content_changed
from engagement.bodies.permissions import organisations_of, safeguards

from ..concerned import said_in
from ..models import Answer, Concern, ConcernEntry
from ..signals import words_held
from .telling_leads import tell_leads

NOT_YOURS = "You can say this about your own visits only."
READS = "heard.read_voices"


def raised_as(user, *, by=None, organisation=None):
    """As whom a `user` (User) raises a concern about what `by` (User or None) of an `organisation` wrote down.

    Returns a Concern.RaisedAs. Raises PermissionDenied for who neither wrote it down nor reads or checks it.
    """
    if by is not None and by == user:
        return Concern.RaisedAs.WORKER
    if organisation is not None and organisation in organisations_of(user):
        return Concern.RaisedAs.CHECKER
    if user.has_perm(READS) or safeguards(user).exists():
        return Concern.RaisedAs.READER
    raise PermissionDenied(NOT_YOURS)


@transaction.atomic
def raise_concern(*, by, thing, question=None, statement=None, worry="", now=None):
    """Say that somebody is worried. Its words go into no report, export or page until a lead has decided.

    `by`: User. `thing`: what it is about, a Support, a GroupSession or a Voice. `question`: Question, when it is about
    one answer; `statement` (int) of a group's. `worry`: str. Pressing twice is one concern. Returns the Concern.
    Raises PermissionDenied. Whether the email goes changes nothing: it stands on the leads' first screen, too.
    """
    thing = as_it_is(thing)
    draft, voice = parts_of(thing)
    organisation = organisation_of(thing)
    kind = raised_as(by, by=wrote_down(thing), organisation=organisation)
    round, key = (voice or draft).round, voice.draft_key if voice else draft.key
    about = {"draft_key": key, "question": question, "statement": statement, "raised_by": by, "worry": worry.strip()}
    same = Concern.objects.select_for_update().open().filter(**about).first()
    if same:
        return same
    concern = Concern.objects.create(
        **about,
        voice=voice,
        round=round,
        organisation=organisation,
        raised_as=kind,
        raised_at=now or timezone.now(),
        words=said_in(draft, voice, question),
        is_example=round.is_example,
    )
    ConcernEntry.objects.create(concern=concern, kind=ConcernEntry.Kind.RAISED, by=by, at=concern.raised_at)
    hold(concern)
    transaction.on_commit(lambda: tell_leads(concern=concern), robust=True)
    return concern


def as_it_is(thing):
    """The `thing` as the database has it now, held: it may just have been sent. A cleared one stays as it was."""
    rows = type(thing).objects.select_for_update(of=("self",))
    return rows.filter(pk=thing.pk).first() or thing


def parts_of(thing):
    """The unsent answers and the voice of a `thing` (Support, GroupSession or Voice): (VoiceDraft, Voice), one None."""
    if hasattr(thing, "draft_key"):
        return None, thing
    return (None, thing.voice) if thing.voice_id else (thing.draft, None)


def record_of(voice):
    """The visit or the session in which a `voice` (Voice) was written down, or None."""
    return getattr(voice, "support", None) or getattr(voice, "group_session", None)


def organisation_of(thing):
    """The organisation from which a `thing` was written down (Body), or None for what people sent themselves."""
    if not hasattr(thing, "draft_key"):
        return thing.organisation
    record = record_of(thing)
    if record is not None:
        return record.organisation
    here = organisations_of(thing.entered_by) if thing.entered_by else []
    return here[0] if here else None


def wrote_down(thing):
    """Who wrote a `thing` down (User), or None."""
    return thing.entered_by if hasattr(thing, "draft_key") else thing.by


def follow_to_voice(voice):
    """Let concerns about unsent answers hold the words of the `voice` (Voice) that they became. In its transaction."""
    for concern in Concern.objects.filter(draft_key=voice.draft_key, voice=None):
        concern.voice = voice
        concern.save(update_fields=["voice"])
        if concern.closed_at is None or concern.outcome == Concern.Outcome.KEEP_OUT:
            hold(concern)


def hold(concern):
    """Hold out every answer that a `concern` (Concern) is about, the older ones too."""
    if concern.voice_id:
        answers_of(concern).update(held_out=True)
        say_held(concern, True)


def let_go(concern):
    """Put the words of a `concern` (Concern) back, but those that another concern holds."""
    if concern.voice_id is None:
        return
    others = Concern.objects.holding().filter(voice=concern.voice_id)
    for answer in answers_of(concern).only("pk", "question_id", "statement"):
        held = others.about(concern.voice_id, answer.question_id, answer.statement).exists()
        Answer.objects.filter(pk=answer.pk).update(held_out=held)
    say_held(concern, others.filter(question=concern.question_id).exists())


def say_held(concern, held):
    """Tell the rooms to the left, and the page cache, that words went out or came back."""
    words_held.send(sender=Concern, concern=concern, voice=concern.voice, question=concern.question, held=held)
    content_changed.send(sender=Concern)


def answers_of(concern):
    """The answers that a `concern` (Concern) is about, those set aside too. A queryset of Answer."""
    answers = Answer.objects.filter(voice=concern.voice_id)
    if concern.question_id:
        answers = answers.filter(question=concern.question_id)
    return answers if concern.statement is None else answers.filter(statement=concern.statement)
