"""The tags and filters of the kit's templates: `{% load easyread %}` in any template."""

from datetime import datetime

from django import template
from django.forms import CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from ..blocks.values import letter_of
from ..dates import full_date
from ..dots import dots_of
from ..first_uses import hard_words_of as found_in

register = template.Library()

# Django says these when a form names no words of its own.
CURT = ("This field is required.", "Enter a valid value.", "Enter a valid email address.")
KIND = {"required": "Please answer this.", "invalid": "Please look at this again. Something is missing."}


@register.simple_tag
def icon(name):
    """One of our own icons (easyread/icons.svg) in the colour of its words; it never means anything alone (P5)."""
    return format_html(
        '<svg class="icon icon-{}" aria-hidden="true" focusable="false" width="32" height="32">'
        '<use href="{}#{}"/></svg>',
        name,
        static("easyread/icons.svg"),
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


@register.inclusion_tag("easyread/components/dots.html")
def dots(count, one="voice", many="voices", label="", icon="", picture=None, told="", of=0):
    """`count` (int ≥ 0, exact) as dots with the number in words beside them; never a share, never a percentage (N2).

    `told`: a whole sentence in place of label and number. `of`: the whole (int) that is drawn with empty dots.
    """
    drawn = dots_of(count, of)
    return {
        "label": label,
        "icon": icon,
        "picture": picture,
        "told": told,
        "full": range(drawn.full),
        "part": drawn.part,
        "rest": range(drawn.rest),
        "count_words": f"{count:,} {one if count == 1 else many}".strip(),
        "key": f"1 dot is {drawn.size:,} {many}".strip() + "." if drawn.size > 1 else "",
    }


@register.filter
def letter(place):
    """The letter of a `place` (int, from 1) in a list: A, B, C. Returns str."""
    return letter_of(place)


@register.simple_block_tag
def notice(content, kind="info", title="", icon=""):
    """A box that stands out, with free HTML in it. `kind` is info, success, warning, danger or example."""
    return with_body("easyread/components/notice.html", content, kind=kind, title=title, icon=icon)


@register.simple_block_tag
def idea(content, picture=None, icon="", title="", level=3):
    """One idea with its own HTML, such as several `<p>`: a picture on the left, the words on the right (P1)."""
    parts = {"picture": picture, "icon": icon, "title": title, "level": level}
    return with_body("easyread/components/picture_and_words.html", content, **parts)


def with_body(name, body, **parts):
    """The component `name` with `parts` and the `body`, and nothing else of the page around it."""
    return render_to_string(name, {"body": mark_safe(body), **parts})  # noqa: S308  the block was escaped when it was drawn


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


@register.simple_tag
def hard_words_of(stream):
    """The hard words of `stream` (StreamValue) for the list at its end; their first uses are shown in bold then."""
    return found_in(stream)
