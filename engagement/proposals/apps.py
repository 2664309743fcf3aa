"""Looks at the gates of opening again after each change that they depend on."""

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    """The room of plans and rounds."""

    name = "engagement.proposals"

    def ready(self):
        # Not in wagtail_hooks.py: Wagtail reads those when the first hook is asked for, which may be after a publish.
        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published, page_unpublished

        from engagement.bodies.models import Authority, Body

        from . import signals
        from .models import ProposalPage, RoundPage

        for signal in (page_published, page_unpublished):
            signal.connect(signals.round_changed, sender=RoundPage, dispatch_uid="proposals.round_changed")
            signal.connect(signals.plan_changed, sender=ProposalPage, dispatch_uid="proposals.plan_changed")
        post_save.connect(signals.body_changed, sender=Body, dispatch_uid="proposals.body_changed")
        for signal in (post_save, post_delete):
            signal.connect(signals.authority_changed, sender=Authority, dispatch_uid="proposals.authority_changed")
