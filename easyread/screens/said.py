"""What checkers said of a part, ready to be shown again, and what was wrong in what they sent."""

from django.urls import reverse

from ..models import PartCheck
from ..then_and_now import with_both

MOST_EARLIER = 5  # remarks on one part that are shown again


def sound_of(row):
    """A sound as components/attachment.html shows it. `row`: PartCheck. Returns a dict."""
    seconds = round(row.seconds)
    href = reverse("easyread_check_sound", args=[row.pk])
    return {"kind": "sound", "href": href, "label": "Your sound", "long": f"{seconds // 60}:{seconds % 60:02d}"}


def earlier_remarks(page, check, part):
    """What was said of the same part before, when something was hard or wrong: the newest, as a list of PartCheck.

    One without an answer stays, however old it is.
    """
    before = PartCheck.objects.remarks().sent().of_page(page).filter(key=part.key).exclude(page_check=check)
    before = list(before.select_related("page_check__revision__content_type")[:MOST_EARLIER])
    return with_both([row for place, row in enumerate(before) if place == 0 or not row.answer])


def errors_of(refusal):
    """A ValidationError, or None, as a dict of field name to its first sentence (str)."""
    if refusal is None:
        return {}
    if hasattr(refusal, "error_dict"):
        return {name: errors[0].messages[0] for name, errors in refusal.error_dict.items()}
    return {"__all__": refusal.messages[0]}
