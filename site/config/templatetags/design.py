"""The tags and filters of this site: the kit's own and a few more. `{% load design %}` (docs/front-end.md)."""

from django import template
from django.utils.safestring import mark_safe

from easyread.templatetags import easyread as kit

register = template.Library()
register.tags.update(kit.register.tags)
register.filters.update(kit.register.filters)


@register.simple_block_tag
def card(content, **parts):
    """A card with free HTML in it. `parts`: title, href, picture, icon, tag, tag_kind, level, words."""
    return kit.with_body("components/card.html", content, **parts)


@register.filter
def svg_only(document):
    """The `<svg>` of a trusted SVG document (str) that we drew ourselves, fit to stand in HTML."""
    return mark_safe(document[document.index("<svg") :])  # noqa: S308  a square code made on this server


@register.filter
def is_under(path, start):
    """Whether the address `path` (str or None) is `start` or stands below it; says which part of the menu we are in."""
    return (path or "").startswith(start)
