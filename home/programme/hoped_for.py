"""Whom the example rounds hope to hear, who was heard so far, and a spreadsheet that the example worker brought in."""

import csv
import io
from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from engagement.voices.flows import count_so_far
from engagement.voices.flows.importing import begin_import, check_sheet, do_import, name_columns, upload_sheet
from engagement.voices.imports.known import WHOSE
from engagement.voices.models import Import, Target, Voice

from .people import WORKS_AT

HOPED = [
    ("place", "Thanet", 40),
    ("place", "Swale", 30),
    ("place", "Maidstone", 30),
    ("group", "learning_disability", 60),
    ("group", "autistic", 40),
    ("group", "carer", 30),
    ("support", "worker", 40),
    ("support", "paper", 20),
]
NAME = "example-answers.csv"
SAID = ["I want to choose who helps me.", "Please use pictures.", "Give people more time."]


def load_hoped_for(loading, made, *, users, bodies):
    """Load targets for every example round that people can answer, and one import. `made`: slug → dict, see demo.py."""
    rounds = [page for plan in made.values() for page in plan["rounds"].values() if plan["proposal"]]
    for page in rounds:
        for kind, value, hoped in HOPED:
            which = {"group": "", "place": "", "support": ""} | {kind: value}
            values = {"round_id": page.pk, "hoped": hoped} | which
            found = Target.objects.filter(round=page, **which).first()
            loading.put(Target, f"{page.public_id}/{kind}/{value}", values, found=found)
        count_so_far(round=page)
    opened = [page for page in rounds if page.live and page.is_open]
    if opened and users.get("worker") and bodies.get(WORKS_AT):
        bring_in(opened[0], users["worker"], bodies[WORKS_AT], loading.today - timedelta(days=1))
    move_on(loading.today - timedelta(days=1))


def move_on(yesterday):
    """Move what the spreadsheet made on with the days of the demo. `yesterday`: date."""
    for sheet in Import.objects.filter(name=NAME).select_related("round"):
        day = max(sheet.round.opens_on, yesterday)
        moment = timezone.make_aware(datetime.combine(day, time(12)))
        Voice.objects.filter(imported_row__of=sheet).update(given_at=moment)


def bring_in(page, worker, organisation, yesterday):
    """Bring in a spreadsheet of three made-up answers to a round (RoundPage), once. `yesterday`: date."""
    questions = [question for question in page.question_rows.asked() if question.kind == "words"]
    if not questions or Import.objects.filter(name=NAME).exists():
        return
    day = max(page.opened_on, yesterday)
    out = io.StringIO()
    rows = [[number, words] for number, words in enumerate(SAID, start=1)]
    csv.writer(out).writerows([["Number", questions[0].text], *rows])
    whole = {"provenance": WHOSE["own words"], "channel": "paper", "date": day.isoformat()}
    mapping = {"columns": {"0": "row_id", "1": f"q:{questions[0].public_id}"}, "whole": whole}
    try:
        sheet = upload_sheet(
            round=page, by=worker, organisation=organisation, name=NAME, data=out.getvalue().encode("utf-8")
        )
        check_sheet(sheet=name_columns(sheet=sheet, by=worker, mapping=mapping))
        do_import(sheet=begin_import(sheet=sheet, by=worker))
    except ValidationError:
        Import.objects.filter(round=page, name=NAME).exclude(state=Import.State.DONE).delete()
