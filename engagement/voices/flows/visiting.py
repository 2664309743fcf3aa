"""A worker's visit to one person, before sending: each step is stored when the worker presses Next (6.1)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from engagement.bodies.models import Independence
from engagement.bodies.permissions import organisations_of

from .. import supporting
from ..about import cleaned_about
from ..models import CallRequest, Support, VoiceDraft
from ..permissions import check_may_answer
from ..said import GONE
from .drafting import clear_answer, clear_draft, save_answer, start_draft

NOT_YOURS = "You can open your own visits only."
WITH_PERSON = "The person has the tablet. Take it back first."
ALONE = "The person answered this alone. You cannot change it."
PHONED = "Somebody has phoned this person already."
OTHER_PHONES = "Somebody is on the phone with this person already."
NOT_YOUR_CALL = "Another organisation phones this person."
NO_ORGANISATION = "You do not work at an organisation yet."


def check_may_support(user, organisation):
    """Raise PermissionDenied unless `user` (User) works at `organisation` (Body) as an advocacy worker today."""
    if organisation not in organisations_of(user):
        raise PermissionDenied(NO_ORGANISATION)


def check_own(support, user):
    """Raise PermissionDenied unless the `support` (Support) is the user's own, and they still work somewhere."""
    if support.by_id != user.pk:
        raise PermissionDenied(NOT_YOURS)
    if not organisations_of(user):
        raise PermissionDenied(NO_ORGANISATION)


@transaction.atomic
def start_visit(*, round, by, organisation, told=(), by_phone=False, call=None, now=None):
    """Begin to write down what one person says about a `round` (RoundPage).

    `by`: User; `organisation`: Body at which they work. `told`: what the person wanted to know first, values of
    supports.TOLD. `by_phone` (bool): they talk on the telephone. `call`: the CallRequest of this person, which is done
    when the visit is sent, or None. No secret is kept: the worker finds it again by signing in.
    Returns the Support, with its draft. Raises PermissionDenied; ValidationError when the round is not open, or
    somebody phones this person already.
    """
    check_may_support(by, organisation)
    if call:
        check_call(call, round, organisation)
    draft, _ = start_draft(round=round, now=now)
    stands = stands_to(organisation, round.proposal)
    told = supporting.chosen(told, supporting.TOLD)
    how = {"by_phone": by_phone or call is not None, "call": call}
    return Support.objects.create(by=by, organisation=organisation, draft=draft, stands=stands, told=told, **how)


def check_call(call, round, organisation):
    """Raise unless workers of an `organisation` (Body) phone the person of a `call` (CallRequest), and nobody does."""
    row = CallRequest.objects.select_for_update(of=("self",)).filter(pk=call.pk, round=round, done_at=None).first()
    if row is None:
        raise ValidationError(PHONED, code="phoned")
    if row.organisation_id != organisation.pk:
        raise PermissionDenied(NOT_YOUR_CALL)
    if Support.objects.filter(call=row).exists():
        raise ValidationError(OTHER_PHONES, code="phoned")


def stands_to(organisation, plan):
    """How an organisation stands to the bodies of a `plan` (ProposalPage or None). Returns a Support.Stands.

    Of the body that asks and the one that decides, the closer counts; independent only when it is of both (3.3).
    """
    if plan is None:
        return Support.Stands.UNKNOWN
    bodies = {plan.asked_by_id, plan.decided_by_id}
    kinds = dict(organisation.independences.filter(body__in=bodies).values_list("body", "kind"))
    for close in (Independence.Kind.PROVIDER, Independence.Kind.COMMISSIONED):
        if close in kinds.values() or (close == Independence.Kind.PROVIDER and organisation.pk in bodies):
            return Support.Stands(close)
    return Support.Stands.INDEPENDENT if len(kinds) == len(bodies) else Support.Stands.UNKNOWN


@transaction.atomic
def save_visit_answer(*, support, by, question, now=None, **answer):
    """Store one answer. `answer`: as in `save_answer`, with `summary` apart from the person's words. Returns state."""
    check_unsent(support, by, now)
    if support.draft.answers.filter(question=question, alone=True).exists():
        raise ValidationError(ALONE, code="alone")
    return save_answer(draft=support.draft, question=question, now=now, **answer)


@transaction.atomic
def clear_visit_answer(*, support, by, question, now=None):
    """Take away one answer, as `clear_answer` does."""
    clear_answer(draft=check_unsent(support, by, now), question=question, now=now)


@transaction.atomic
def save_whose(*, support, by, whose, now=None):
    """Store whose words they are: a Provenance, or "" for not said yet."""
    draft = check_unsent(support, by, now)
    draft.about = draft.about | {"whose": supporting.one_of(whose, supporting.WHOSE)}
    draft.save(update_fields=["about", "saved_at"])


@transaction.atomic
def save_more(*, support, by, now=None, **more):
    """Store more about a summary or about what was seen: `agreed`, `seen_by` (a role, never a name), `how_sure`."""
    check_unsent(support, by, now)
    if "agreed" in more:
        support.agreed = supporting.one_of(more["agreed"], supporting.AGREED)
    if "how_sure" in more:
        support.how_sure = supporting.one_of(more["how_sure"], supporting.SURE)
    if len(more.get("seen_by", "")) > supporting.MOST_SEEN_BY:
        raise ValidationError({"seen_by": supporting.SEEN_BY_TOO_LONG})
    support.seen_by = more.get("seen_by", support.seen_by).strip()
    support.save(update_fields=["agreed", "seen_by", "how_sure"])


@transaction.atomic
def save_how(*, support, by, explained, showed, now=None):
    """Store how it was explained, and how the person showed their answers (3.1). Each a list of str."""
    check_unsent(support, by, now)
    support.explained = supporting.chosen(explained, supporting.EXPLAINED)
    support.showed = supporting.chosen(showed, supporting.SHOWED)
    support.save(update_fields=["explained", "showed"])


@transaction.atomic
def save_person(*, support, by, who, place, now=None):
    """Store what the person told about themselves: `who` (list of Speaking values), `place` (str). Never a name."""
    draft = check_unsent(support, by, now)
    told = cleaned_about({"who": who, "place": place})
    draft.about = draft.about | {"who": told["who"], "place": told["place"]}
    draft.save(update_fields=["about", "saved_at"])


@transaction.atomic
def save_agreements(*, support, by, agrees_to, now=None):
    """Store what the person agrees to, each thing by itself (3.7). `agrees_to`: dict Consent.Kind → how they showed it.

    What is left out or empty, they do not agree to.
    """
    check_unsent(support, by, now)
    support.agrees_to = supporting.cleaned_agreements(agrees_to)
    support.save(update_fields=["agrees_to"])


@transaction.atomic
def clear_visit(*, support, by):
    """Remove an unsent visit with all that was written down. Raises PermissionDenied, ValidationError once sent."""
    check_own(support, by)
    if not support.draft_id or not VoiceDraft.objects.filter(pk=support.draft_id).exists():
        raise ValidationError(GONE, code="gone")
    clear_draft(draft=support.draft)


def check_unsent(support, user, now):
    """The draft of an own visit, marked as saved just now. Returns the VoiceDraft as it stands in the database.

    Raises PermissionDenied; ValidationError when it is sent or cleared (code gone) or the round has closed.
    """
    check_own(support, user)
    if support.hand_overs.out().exists():
        raise ValidationError(WITH_PERSON, code="over")
    draft = VoiceDraft.objects.select_for_update(of=("self",)).filter(pk=support.draft_id).first()
    if draft is None:
        raise ValidationError(GONE, code="gone")
    draft.round = support.draft.round
    check_may_answer(draft.round, now or timezone.now(), draft)
    VoiceDraft.objects.filter(pk=draft.pk).update(saved_at=timezone.now())
    return draft
