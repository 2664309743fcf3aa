"""What happens here when a draft or a workshop changes, and when somebody takes their words back."""

from engagement.proposals.flows import settle_plan
from engagement.proposals.models import ProposalPage

from .flows import clear_old_words, forget_comments, forget_unsent, hold_comments


def plan_shaped(sender, instance, raw=False, **kwargs):
    """A Draft, a Workshop or a place in one (`instance`) changed: rounds that wait for it are looked at again."""
    if raw:
        return
    of_it = {"workshops": instance.workshop_id} if hasattr(instance, "workshop_id") else {"pk": instance.proposal_id}
    if plan := ProposalPage.objects.filter(**of_it).first():
        settle_plan(plan=plan)


def forget(sender, voice, **kwargs):
    """Somebody took back all they said (`voice`: Voice)."""
    forget_comments(voice=voice)
    forget_unsent(key=voice.draft_key)


def forget_device(sender, key, **kwargs):
    """A person cleared their device, whose unsent words have this `key` (str)."""
    forget_unsent(key=key)


def clear_old(sender, now, **kwargs):
    """It is night: unsent words go that nobody came back to."""
    clear_old_words(now=now)


def hold(sender, voice, question, held, **kwargs):
    """Somebody is worried about all that a `voice` (Voice) said: its comments are held out too, or back (3.6)."""
    if voice and question is None:
        hold_comments(voice=voice, held=held)
