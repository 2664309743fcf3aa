"""What happens here when a page of another room changes."""

from .flows import sync_questions


def questions_follow_their_round(sender, instance, **kwargs):
    """A round (RoundPage, `instance`) was published: make its question rows the same as its blocks."""
    sync_questions(round=instance)
