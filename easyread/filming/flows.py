"""Bringing a film in for pages."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from .. import media
from ..media import waiting
from ..media.limits import PAGE_FILM
from ..media.private import sweep
from ..models import Film
from .captions import cleaned_captions

FOLDER = "films"  # of the private storage
RIGHT = "easyread.add_film"
NOT_YOURS = "You may not bring in films."


def bring_in(*, title, film, captions, by, at_once=False):
    """Keep a film for pages, with its captions. It is written anew by the worker. Returns the Film.

    `title`: str, for staff. `film`, `captions`: uploaded files. `by`: User. `at_once`: bool, whether this process
    writes it anew, where nobody waits for a page. Raises PermissionDenied; ValidationError with a dict of fields, and
    then nothing is kept; OSError when there is no room.
    """
    if not by.has_perm(RIGHT):
        raise PermissionDenied(NOT_YOURS)
    values = {"title": title.strip(), "captions": read_captions(captions), "made_by": by}
    values |= opened(film) if at_once else kept(film)
    try:
        row = _write(values)
    except BaseException:
        media.remove(values["file"])
        raise
    waiting.ask_for(row)
    row.refresh_from_db()  # opened at once where there is no worker
    return row


@transaction.atomic
def _write(values):
    row = Film.objects.create(**values)
    log(instance=row, action="easyread.film_kept", user=values["made_by"])
    return row


def read_captions(file):
    """An uploaded `file` of captions as WebVTT of our own (str). Raises ValidationError, for the field `captions`."""
    try:
        return cleaned_captions(file.read())
    except ValidationError as refusal:
        raise ValidationError({"captions": refusal.messages}) from refusal


def kept(file):
    """Keep an uploaded film as it came, for the worker. Returns what its row holds (dict). Raises ValidationError."""
    try:
        return waiting.keep_waiting(FOLDER, file, PAGE_FILM)
    except ValidationError as refusal:
        raise ValidationError({"film": refusal.messages}) from refusal


def opened(film):
    """Keep a `film` (File) written anew. Returns what its row holds (dict). Raises ValidationError."""
    cleaned = media.clean(film, PAGE_FILM)
    return {"file": media.keep(FOLDER, cleaned)} | waiting.facts_of(cleaned, Film)


def clear_lost_films(*, now=None):
    """Remove files that no row names, a day old or more; ask again for films that wait. Returns int."""
    waiting.ask_again(Film)
    day = (now or timezone.now()) - timedelta(days=1)
    return sweep(FOLDER, set(Film.objects.values_list("file", flat=True)), day)
