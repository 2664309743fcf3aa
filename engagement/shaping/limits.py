"""Holding back a machine that fills a draft with comments, as in answering (engagement/voices/limits.py)."""

from django.conf import settings

from engagement.voices.keys import address_key
from engagement.voices.limits import TOO_MANY, count


def count_comment(address):
    """Count one comment from a network `address` (str) in this hour. Past the limit: ValidationError, code too_many."""
    count(address_key(address, "comment"), settings.COMMENTS_IN_AN_HOUR, TOO_MANY)
