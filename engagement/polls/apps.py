"""Connects the questions of a round to its publishing."""

from django.apps import AppConfig


class PollsConfig(AppConfig):
    """The room of questions and polls."""

    name = "engagement.polls"

    def ready(self):
        # Not in wagtail_hooks.py: Wagtail reads those when the first hook is asked for, which may be after a publish.
        from wagtail.signals import page_published

        from engagement.proposals.models import RoundPage

        from .signals import questions_follow_their_round

        page_published.connect(questions_follow_their_round, sender=RoundPage, dispatch_uid="polls.sync_questions")
