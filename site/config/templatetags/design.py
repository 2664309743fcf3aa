"""The design system's tags and filters: `{% load design %}` in any template (docs/front-end.md)."""

from datetime import datetime

from django import template
from django.forms import CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from easyread.dates import full_date

register = template.Library()

# A dot stands for so many, so that a row is never longer than about 50 dots (N2: people can count them).
DOT_SIZES = (1, 5, 10, 50, 100, 500, 1000)
MOST_DOTS = 50


# Django says these when a form names no words of its own.
CURT = ("This field is required.", "Enter a valid value.", "Enter a valid email address.")
KIND = {"required": "Please answer this.", "invalid": "Please look at this again. Something is missing."}


@register.simple_tag
def icon(name):
    """One of our own icons (static/icons/icons.svg) in the colour of its words; it never means anything alone (P5)."""
    return format_html(
        '<svg class="icon icon-{}" aria-hidden="true" focusable="false" width="32" height="32">'
        '<use href="{}#{}"/></svg>',
        name,
        static("icons/icons.svg"),
        name,
    )


@register.filter
def sentences(words):
    """The sentences of `words`: a str with one on each line, or a list of str that is given back as it is (S7)."""
    if not words:
        return []
    if isinstance(words, str):
        return [line.strip() for line in words.splitlines() if line.strip()]
    return list(words)


@register.filter("full_date")
def shown_date(day):
    """A date or datetime as "Thursday 4 March 2027" (N4). Anything else comes back as it is."""
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    return full_date(day) if hasattr(day, "strftime") else day or ""


@register.filter
def clock(moment):
    """The time of a datetime or time as "2pm" or "2:30pm" (N5). Anything else comes back as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    if not hasattr(moment, "hour"):
        return moment or ""
    minutes = f":{moment:%M}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


@register.inclusion_tag("components/dots.html")
def dots(count, one="voice", many="voices", label="", icon="", picture=None):
    """`count` (int ≥ 0, exact) as dots with the number in words beside them; never a share, never a percentage (N2)."""
    size = next((size for size in DOT_SIZES if count <= size * MOST_DOTS), DOT_SIZES[-1])
    full, rest = divmod(count, size)
    return {
        "label": label,
        "icon": icon,
        "picture": picture,
        "full": range(full),
        "part": bool(rest),
        "count_words": f"{count:,} {one if count == 1 else many}".strip(),
        "key": f"1 dot is {size:,} {many}".strip() + "." if size > 1 else "",
    }


@register.simple_block_tag
def notice(content, kind="info", title="", icon=""):
    """A box that stands out, with free HTML in it. `kind` is info, success, warning, danger or example."""
    return with_body("components/notice.html", content, kind=kind, title=title, icon=icon)


@register.simple_block_tag
def card(content, **parts):
    """A card with free HTML in it. `parts`: title, href, picture, icon, tag, tag_kind, level, words."""
    return with_body("components/card.html", content, **parts)


@register.simple_block_tag
def idea(content, picture=None, icon="", title="", level=3):
    """One idea with its own HTML, such as several `<p>`: a picture on the left, the words on the right (P1)."""
    parts = {"picture": picture, "icon": icon, "title": title, "level": level}
    return with_body("components/picture_and_words.html", content, **parts)


def with_body(name, body, **parts):
    """The component `name` with `parts` and the `body`, and nothing else of the page around it."""
    return render_to_string(name, {"body": mark_safe(body), **parts})  # noqa: S308  the block was escaped when it was drawn


@register.filter
def svg_only(document):
    """The `<svg>` of a trusted SVG document (str) that we drew ourselves, fit to stand in HTML."""
    return mark_safe(document[document.index("<svg") :])  # noqa: S308  a square code made on this server


@register.filter
def kind_errors(field):
    """The errors of a bound field as str, with Django's own curt words said kindly (Q13)."""
    return [
        KIND.get(error.code, text) if text in CURT else text
        for error in field.errors.as_data()
        for text in error.messages
    ]


@register.filter
def count_up(last):
    """The whole numbers 1 to `last` (int), for marks that are counted."""
    return range(1, int(last or 0) + 1)


@register.filter
def is_under(path, start):
    """Whether the address `path` (str or None) is `start` or stands below it; says which part of the menu we are in."""
    return (path or "").startswith(start)


@register.filter
def has_rows(field):
    """Whether a bound field is a list of choices that we draw as rows."""
    return isinstance(field.field.widget, RadioSelect | CheckboxSelectMultiple)


@register.filter
def is_one_box(field):
    """Whether a bound field is a single box to tick."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def first_id(field):
    """The id of the first thing to press or type in of a bound field, for the links of the error summary (Q13)."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label
