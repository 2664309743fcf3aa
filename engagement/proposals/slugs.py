"""Addresses that are ours and may not be the address of a page (SEAMS.md, Addresses above Wagtail)."""

import re

from django.core.exceptions import ValidationError

RESERVED = {
    "standard",
    "answer",
    "results",
    "ideas",
    "workshops",
    "map",
    "easy-read.pdf",
    "paper-form.pdf",
    "easy-read",
    "paper-form",
}


def refuse_reserved(slug, reserved=frozenset(RESERVED)):
    """Raise a ValidationError for the field "slug" when `slug` (str) is one of `reserved` (set of str)."""
    if slug in reserved or re.fullmatch(r"draft-\d+", slug or ""):
        raise ValidationError({"slug": f"This site needs the address “{slug}” for something else. Choose another."})
