"""The hard words of an Easy Read text, for its template."""

from django import template

from ..first_uses import hard_words_of as found_in

register = template.Library()


@register.simple_tag
def hard_words_of(stream):
    """The hard words of `stream` (StreamValue) for the list at its end; their first uses are shown in bold then."""
    return found_in(stream)
