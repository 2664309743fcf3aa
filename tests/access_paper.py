"""The paper forms that stand for the parts in braces of tests/access_table.py."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from engagement.bodies.models import Worker
from engagement.people.roles import PMU
from engagement.voices import flows
from tests import factories


def paper_of_the_worker(round):
    """Forms of the last worker: one to type in, one typed in with its picture, one that two people typed unlike."""
    worker = Worker.objects.latest("pk")
    batch = flows.print_copies(round=round, by=worker.user, count=3, organisation=worker.organisation)
    blank, typed, unlike = batch.copies.all()
    flows.choose_share(round=round, by=factories.make_user(PMU), one_in=1)
    scan = enter(typed, worker.user)
    enter(unlike, factories.make_user(PMU), with_scan=False)
    words = [row["key"] for row in batch.asked if row["kind"] == "words"][0]
    flows.check_form(copy=unlike, by=worker.user, typed=all_blank(unlike) | {words: "Other words."})
    return {
        "batch": batch.public_id,
        "form": blank.code,
        "typed_form": typed.code,
        "differs": unlike.code,
        "scan": scan.public_id,
    }


def all_blank(copy):
    """What is typed for a form with words in its own-words questions and nothing else."""
    kinds = {row["key"]: row["kind"] for row in copy.batch.asked if row["key"].startswith("question:")}
    return {key: "Some words." if kind == "words" else "B" for key, kind in kinds.items()}


def enter(copy, by, with_scan=True):
    """Type in a form, and keep a picture of it. Returns the PaperScan or None."""
    flows.type_in(copy=copy, by=by, typed=all_blank(copy), came_on=factories.today())
    copy.refresh_from_db()
    if not with_scan:
        return None
    data = BytesIO()
    Image.new("RGB", (30, 40), "white").save(data, "PNG")
    return flows.add_scan(copy=copy, by=by, file=SimpleUploadedFile("form.png", data.getvalue(), "image/png"))
