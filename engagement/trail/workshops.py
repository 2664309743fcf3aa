"""The workshops of a plan, as everybody may see them: places and no names, notes that were read, photos by consent."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone

from easyread.blocks import lines
from easyread.dates import full_date
from easyread.reading import ready
from engagement.shaping.models import Workshop, WorkshopPhoto

SMALL = "A small group was there."


@dataclass
class ShownWorkshop:
    """One workshop as it is shown. Each of `when`, `who`, `come_in` and `notes` is a list of Easy Read sentences."""

    title: str
    anchor: str
    is_coming: bool
    when: list
    who: list
    places: list
    come_in: list
    notes: list
    photos: list


def workshops_of(plan):
    """The workshops of a `plan` (ProposalPage): those to come, then the newest. A list of ShownWorkshop, 4 queries."""
    shown = WorkshopPhoto.objects.shown().select_related("picture")
    rows = list(Workshop.objects.filter(proposal=plan).prefetch_related("places", Prefetch("photos", shown, "shown")))
    ready(photo.picture for row in rows for photo in row.shown)
    found = [shown_workshop(row) for row in rows]
    return sorted(found, key=lambda one: not one.is_coming)


def shown_workshop(row):
    """One Workshop, with its photos in `shown`, as a ShownWorkshop."""
    is_coming = row.held_on > timezone.localdate()
    places = list(row.places.all())
    hides = row.is_small and not is_coming
    return ShownWorkshop(
        title=row.title,
        anchor=f"workshop-{row.public_id}",
        is_coming=is_coming,
        when=[f"It {'is' if is_coming else 'was'} on {full_date(row.held_on)}.", f"Where: {row.place}"],
        who=[f"{row.run_by} {'runs' if is_coming else 'ran'} it.", *([] if is_coming else who_was_there(row, places))],
        places=[words_of(place, is_coming, hides) for place in places],
        come_in=lines(row.come_in) if is_coming else [],
        notes=lines(row.notes) if row.notes_read_on else [],
        photos=[] if is_coming else row.shown,
    )


def who_was_there(row, places):
    """How many were there, as a list of sentences: a number only from 8 people on (SEAMS.md, Counting)."""
    kept = [place for place in places if place.lived_experience]
    filled = all(place.filled == place.places for place in kept)
    told = [SMALL if row.is_small else f"{row.present} people were there."]
    if kept:
        told.append("People filled all their places." if filled else "People did not fill all their places.")
    return told


def words_of(place, is_coming, hides):
    """One WorkshopPlace as a list of sentences, without numbers of a small group."""
    told = [f"{place.role}: for {place.for_whom}."]
    one = place.places == 1
    if is_coming:
        return [*told, "There is 1 place." if one else f"There are {place.places} places."]
    if not hides:
        told += ["There was 1 place." if one else f"There were {place.places} places.", filled_of(place)]
    return told


def filled_of(place):
    """How many of the places were filled, in one sentence (str)."""
    if place.filled == place.places:
        return "Somebody filled it." if place.places == 1 else "People filled all of them."
    return "Nobody filled it." if place.places == 1 else f"People filled {place.filled} of them."
