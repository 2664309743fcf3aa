"""How an example plan was made together: its workshops, who wrote a draft, and what people said about sentences."""

from django.db.models import F

from engagement.shaping.flows import add_writer, read_comments, read_notes
from engagement.shaping.flows.commenting import store
from engagement.shaping.models import Comment, Draft, Workshop, WorkshopPlace, Writer
from engagement.shaping.places import places_of
from engagement.voices.flows import begin_voice
from engagement.voices.models import Voice

SHOWN = ("title", "place", "run_by", "present", "come_in", "notes")


def load_together(loading, row, plan, *, bodies, users):
    """Load the workshops, writers and comments of one plan. `row`: its data file; `plan`: dict, see demo.py."""
    if pmu := users.get("pmu"):
        for each in row.get("workshop", []):
            _workshop(loading, f"{row['proposal']}/{each['key']}", each, plan, pmu)
        for place, each in enumerate(row.get("writer", [])):
            _writer(loading, f"{row['proposal']}/writer{place}", each, plan, pmu)
        for each in row.get("said", []):
            _said(loading, row["proposal"], each, plan, pmu)


def _workshop(loading, key, row, plan, pmu):
    """One workshop with its places; what was read stays read."""
    page = plan["rounds"].get(row.get("round"))
    values = {name: (row.get(name) or "").strip() if name != "present" else row.get(name) for name in SHOWN}
    values |= {"proposal_id": plan["proposal"].pk, "round_id": page and page.pk, "held_on": loading.day(row["held"])}
    workshop = loading.put(Workshop, key, values)
    if workshop is None:
        return
    for place, each in enumerate(row["place_in_room"]):
        told = {"workshop_id": workshop.pk, "lived_experience": False, "sort_order": place, **each}
        loading.put(WorkshopPlace, f"{key}/{place}", told)
    if workshop.notes and not workshop.notes_read_on and row["held"] <= 0:
        read_notes(workshop=workshop, by=pmu)


def _writer(loading, key, row, plan, pmu):
    """One person who is named as a writer."""
    draft = Draft.objects.filter(proposal=plan["proposal"], number=row["draft"]).first()
    if draft is None or loading.knows(Writer, key):
        return
    told = {"name": row["name"], "how": row["how"], "on": loading.day(row["agreed"])}
    loading.put(Writer, key, {"name": row["name"]}, make=lambda _: add_writer(draft=draft, by=pmu, **told))


def _said(loading, proposal, row, plan, pmu):
    """What people said about the sentences of one draft, each with the voice and card of the person."""
    page = plan["rounds"].get(row["round"])
    draft = Draft.objects.filter(proposal=plan["proposal"], number=row["draft"]).first()
    if page is None or draft is None:
        return
    places = {place.words: place for place in places_of(draft.easy_read) if not place.is_picture}
    for each in row["rows"]:
        if place := places.get(each["sentence"]):  # staff may have written the draft anew
            _comment(loading, f"example/{proposal}/{row['round']}/{each['id']}", page, draft, place, each, pmu)


def _comment(loading, secret, page, draft, place, row, pmu):
    """One word about one sentence, once however often it is loaded."""
    given_at = loading.moment(row["days"], 11)
    voice = begin_voice(round=page, secret=secret, given_at=given_at, is_example=True)
    there = Comment.objects.filter(voice=voice, draft=draft, place=place.key, kind=row["kind"])
    if there.exists():
        return _move_on(loading, voice, there, given_at)
    comment = store(voice, draft, place, row["kind"], row["words"], given_at)
    loading.counts["made"] += 1
    if row.get("read"):
        read_comments(comments=Comment.objects.filter(pk=comment.pk), by=pmu, may_show=True)


def _move_on(loading, voice, comments, given_at):
    """Move what was said on with the days of the demo, when it is loaded again on a later day."""
    later = given_at - voice.given_at
    if later:
        Voice.objects.filter(pk=voice.pk).update(given_at=given_at)
        comments.update(given_at=F("given_at") + later, read_at=F("read_at") + later)
        loading.counts["changed"] += 1
