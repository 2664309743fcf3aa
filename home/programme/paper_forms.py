"""The example's paper forms: numbered copies, those that came back, and one that two people typed in two ways."""

from django.utils import timezone

from engagement.voices import flows
from engagement.voices.models import PaperBatch, PaperCopy, Voice
from engagement.voices.paper.asking import is_question
from engagement.voices.paper.meaning import standing
from engagement.voices.paper.typed import shown

from .people import WORKS_AT

PLAN, ROUND = "one-organisation-or-together", "have-your-say"
NOT_BACK = 6  # copies that nobody sent back yet


def load_paper_forms(made, *, users, bodies):
    """Give numbers to the example voices that came on paper, and print some forms more. What is there stays.

    `made`: slug of a plan → dict, see demo.py; `users`: first part of the address → User; `bodies`: slug → Body.
    """
    page = made.get(PLAN, {}).get("rounds", {}).get(ROUND)
    worker, unit, organisation = users.get("worker"), users.get("pmu"), bodies.get(WORKS_AT)
    if not (page and page.is_example and worker and unit and organisation):
        return
    if PaperBatch.objects.filter(round=page, code=None).exists():
        return move_days(page)
    voices = list(Voice.objects.filter(round=page, channel="paper", is_example=True, taken_back_at=None).order_by("pk"))
    batch = flows.print_copies(round=page, by=worker, count=len(voices) + NOT_BACK, organisation=organisation)
    for copy, voice in zip(batch.copies.all(), voices, strict=False):
        came_back(copy, voice, unit)
    flows.choose_share(round=page, by=unit, one_in=1)
    second_person(batch, worker)


def move_days(page):
    """Keep the days of the forms with those of their voices, which move on when the demo is loaded again."""
    for copy in PaperCopy.objects.filter(round=page, voice__is_example=True).select_related("voice"):
        came_back(copy, copy.voice, copy.typed_by)


def came_back(copy, voice, typist):
    """Say of which form an example voice was typed in. Voices come by their own flow (voices.py), so none is made."""
    day = timezone.localdate(voice.given_at)
    PaperCopy.objects.filter(pk=copy.pk).update(voice=voice, typed_by=typist, typed_at=voice.given_at, came_on=day)


def second_person(batch, worker):
    """The example worker types the first form too, and could not read one of its questions."""
    copy = batch.copies.exclude(voice=None).select_related("voice").first()
    if copy is None or copy.typed_by_id == worker.pk:
        return
    there = standing(copy.voice, batch.asked)
    typed = {row["key"]: shown(row, there[row["key"]]) for row in batch.asked}
    first = next(row["key"] for row in batch.asked if is_question(row) and row["kind"] != "words")
    typed = {key: text or "B" for key, text in typed.items() if text or key.startswith("question:")}
    flows.check_form(copy=copy, by=worker, typed=typed | {first: "X"})
