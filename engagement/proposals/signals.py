"""What happens here when a page, or the body that decides, changes: the gates of opening are looked at again."""

from .flows import settle_body, settle_opening, settle_plan


def round_changed(sender, instance, **kwargs):
    """A round (RoundPage, `instance`) was published or taken down."""
    settle_opening(round=instance)


def plan_changed(sender, instance, **kwargs):
    """A plan (ProposalPage, `instance`) was published or taken down."""
    settle_plan(plan=instance)


def body_changed(sender, instance, created=False, raw=False, **kwargs):
    """A Body (`instance`) was changed; it may have ended."""
    if not (created or raw):
        settle_body(body=instance)


def authority_changed(sender, instance, raw=False, **kwargs):
    """What a body may do changed: an Authority (`instance`) was written or removed."""
    if not raw:
        settle_body(body=instance.body)
