"""The picture bank: what is allowed, whose it is (P7), that drawings are safe (S3), and that loading is calm."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.log_actions import log

from easyread.drawings import check_drawing
from easyread.models import Picture
from easyread.picture_bank import COLLECTION, load, picture_for
from easyread.picture_tables import ART, COLUMNS, folder_entries, starter_entries

IDEAS = tomllib.loads((ART / "ideas.toml").read_text())["idea"]
DRAWINGS = sorted(ART.rglob("*.svg"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{}>{}</svg>'
NEEDED = """
    people-talking meeting money vote doctor school bus decide choose rights not-sure skip yes no good ok bad not-say
    phone letter email computer calendar clock late done not-done wait council nhs hospital advocate carer
    support-worker young-person moving-on college job home supported-living day-centre learning-disability autism
    leader together one-leads group group-of-leaders big-decision plan change draft read listen look pictures privacy
    card send check back question answer what-we-heard you-said-we-did who-decides what-happens-next our-voice kent
    open closed coming-soon example warning safe help cut-money more-money move-house vote-by-post paper-form
    easy-read standard-version read-aloud
"""


def test_the_allow_list_is_exactly_what_the_folders_hold():
    assert sorted(ART / row["file"] for row in IDEAS) == DRAWINGS
    assert all(row["file"].split("/")[0] == row["set"] for row in IDEAS)


def test_one_idea_one_picture_one_name():  # P2
    for field in ("idea", "name", "file"):
        twice = [value for value, number in Counter(row[field].lower() for row in IDEAS).items() if number > 1]
        assert not twice, field
    contents = Counter(path.read_bytes() for path in DRAWINGS)
    assert max(contents.values()) == 1


def test_the_ideas_of_the_programme_are_there():
    assert not set(NEEDED.split()) - {row["idea"] for row in IDEAS}


def test_ideas_are_plain_names():
    for row in IDEAS:
        assert row["idea"] == row["idea"].lower().strip("-") and " " not in row["idea"] and len(row["idea"]) <= 60
        assert row["words"] and len(", ".join(row["words"])) <= 255


def test_every_picture_says_whose_it_is():  # P7
    for entry in starter_entries():
        assert entry.author and entry.source and entry.licence and entry.values["licence_url"], entry.idea
    assert all(row["artist"] and row["annotation"] for row in IDEAS if row["set"] == "openmoji")
    assert all((ART / name / "LICENSE").exists() for name in ("own", "openmoji"))


def test_a_drawing_holds_shapes_only():
    for path in DRAWINGS:
        check_drawing(path.read_bytes(), path.name)
        root = fromstring(path.read_bytes())
        assert root.get("viewBox"), path
        assert not [element for element in root.iter() if element.get("style")], f"a strict policy blocks {path}"


def test_an_own_drawing_keeps_the_style():  # P4
    for path in (ART / "own").glob("*.svg"):
        root = fromstring(path.read_bytes())
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert root.get("viewBox") == "0 0 96 96", path
        assert root.find("{*}title").text, path
        assert names <= {"svg", "title", "g", "path", "rect", "circle", "ellipse"}, path


def test_people_are_mixed():  # P4
    tones = Counter(
        tone for row in IDEAS for tone in ("1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF") if tone in row["file"]
    )
    assert len(tones) == 5
    assert max(tones.values()) <= 2 * min(tones.values())


def test_the_art_is_small():
    assert sum(path.stat().st_size for path in ART.rglob("*") if path.is_file()) <= 1_200_000


@pytest.mark.parametrize(
    "drawing",
    [
        SVG.format("", "<script>alert(1)</script>"),
        SVG.format("", "<foreignObject/>"),
        SVG.format("", '<image href="https://example.org/x.png"/>'),
        SVG.format("", '<a href="javascript:alert(1)"><path d="M0 0"/></a>'),
        SVG.format("", '<use href="https://example.org/x.svg#a"/>'),
        SVG.format("", "<style>@import 'https://example.org/x.css'</style>"),
        SVG.format("", '<rect fill="url(https://example.org/x)"/>'),
        SVG.format("", '<rect><set attributeName="x" to="1"/></rect>'),
        SVG.format(' onload="alert(1)"', ""),
        "<!DOCTYPE svg [<!ENTITY x 'y'>]>" + SVG.format("", "&x;"),
        "<html/>",
        "no drawing",
        "",
    ],
)
def test_a_drawing_that_runs_or_fetches_is_refused(drawing):  # S3
    with pytest.raises(ValidationError, match="We cannot use the drawing x.svg"):
        check_drawing(drawing.encode(), "x.svg")


def test_a_drawing_may_use_its_own_parts():
    check_drawing(SVG.format("", '<use href="#a"/><rect fill="url(#b)"/>').encode(), "x.svg")


def test_loading_twice_changes_nothing(db, capsys):
    call_command("load_pictures")
    first = list(Picture.objects.order_by("pk").values())
    call_command("load_pictures")
    assert list(Picture.objects.order_by("pk").values()) == first
    assert f"{len(IDEAS)} made" in capsys.readouterr().out
    assert {row["changed"] for row in first} == {False}
    assert set(Picture.objects.values_list("collection__name", flat=True)) == {COLLECTION}


def test_loading_again_asks_little_of_the_database(db, django_assert_max_num_queries):
    load(starter_entries())
    with django_assert_max_num_queries(8):
        assert load(starter_entries())["same"] == len(IDEAS)


@pytest.fixture
def folder(tmp_path):
    """A site's own folder: a photograph and a drawing."""
    Image.new("RGB", (60, 40), "red").save(tmp_path / "us.jpg")
    (tmp_path / "bus.svg").write_text(SVG.format("", '<path d="M1 1h7"/>'))
    return tmp_path


def table(folder, *lines, columns=COLUMNS):
    (folder / "list.csv").write_text("\n".join([",".join(columns), *lines]))
    return folder / "list.csv"


def entries(folder, *lines):
    return folder_entries(folder=folder, table=table(folder, *lines), picture_set="own-photos")


def starter_picture(idea):
    return [entry for entry in starter_entries() if entry.idea == idea]


def test_a_changed_file_or_word_is_brought_up_to_date(db, folder, django_capture_on_commit_callbacks):
    load(entries(folder, "bus.svg,bus,Bus,,Ann,Kent,Our own"))
    old = Picture.objects.get()
    old_file = Path(old.file.path)
    (folder / "bus.svg").write_text(SVG.format("", '<path d="M2 2h7"/>'))
    with django_capture_on_commit_callbacks(execute=True):
        assert load(entries(folder, "bus.svg,bus,Our bus,coach,Ann,Kent,Our own"))["changed"] == 1
    new = Picture.objects.get()
    assert (new.pk, new.title, new.other_words) == (old.pk, "Our bus", "coach")
    assert "M2 2" in Path(new.file.path).read_text() and not old_file.exists()


def test_what_staff_edited_stays(db, folder):
    load(entries(folder, "bus.svg,bus,Bus,,Ann,Kent,Our own"))
    picture = Picture.objects.get()
    picture.title = "The red bus"
    picture.save()
    log(picture, "wagtail.edit")
    assert load(entries(folder, "bus.svg,bus,Bus,,Ann,Kent,Our own"))["edited"] == 1
    assert Picture.objects.get().title == "The red bus"


def test_an_edit_in_the_admin_counts_as_an_edit(folder, admin_client):
    load(entries(folder, "us.jpg,us,Us,,Ann,Kent,Our own"))
    picture = Picture.objects.get()
    form = admin_client.get(f"/admin/images/{picture.pk}/").context["form"]
    values = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    values.pop("file")
    answer = admin_client.post(f"/admin/images/{picture.pk}/", values | {"title": "All of us"})
    assert answer.status_code == 302
    assert load(entries(folder, "us.jpg,us,Us,,Ann,Kent,Our own"))["edited"] == 1


def test_own_photos_come_before_the_starter_bank(db, folder):
    load(starter_picture("bus"))
    assert picture_for("bus").picture_set == "openmoji"
    load(entries(folder, "us.jpg,bus,Bus,,Ann,Kent,Our own"))
    assert picture_for("bus").picture_set == "own-photos"
    assert picture_for("no-such-idea") is None and picture_for("") is None


def test_staff_find_a_picture_by_its_other_words(db, folder):
    load(entries(folder, "us.jpg,us,Us,neighbours,Ann,Kent,Our own"))
    assert [picture.idea for picture in Picture.objects.search("neighbours")] == ["us"]


def test_a_site_may_like_another_set_first(db, folder, settings):
    load([*entries(folder, "us.jpg,bus,Bus,,Ann,Kent,Our own"), *starter_picture("bus")])
    settings.EASYREAD_PICTURE_SETS = ["openmoji", "own-photos"]
    assert picture_for("bus").picture_set == "openmoji"


def test_a_folder_is_imported_by_the_command(db, folder, capsys):
    listed = table(
        folder, 'us.jpg,us,Us,"we, people",Ann,Kent,Our own', "bus.svg,bus,Bus,,Steve Lee,Mulberry,CC BY-SA 2.0 UK"
    )
    call_command("load_pictures", folder=folder, csv=listed, set="mulberry")
    us, bus = Picture.objects.order_by("-idea")
    assert (us.kind, us.other_words, us.picture_set, us.licence_url) == ("photo", "we, people", "mulberry", "")
    assert (bus.kind, bus.author, bus.licence_url[-18:]) == ("drawing", "Steve Lee", "nses/by-sa/2.0/uk/")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("us.jpg,us,Us,,,Kent,Our own", "Line 3: Fill in author."),
        ("us.jpg,,,,Ann,,", "Line 3: Fill in idea, name, source, licence."),
        ("none.jpg,us,Us,,Ann,Kent,Our own", "Line 3: There is no file none.jpg in the folder."),
        ("../secret.jpg,us,Us,,Ann,Kent,Our own", "Line 3: There is no file"),
        ("bus.svg,bus,Bus again,,Ann,Kent,Our own", "There are 2 pictures of bus."),
        ("list.csv,us,Us,,Ann,Kent,Our own", "We cannot open this picture."),
    ],
)
def test_a_table_that_is_not_right_stores_nothing(db, folder, line, words):  # P7
    (folder.parent / "secret.jpg").write_bytes((folder / "us.jpg").read_bytes())
    with pytest.raises(CommandError, match=words):
        listed = table(folder, "bus.svg,bus,Bus,,Ann,Kent,Our own", line)
        call_command("load_pictures", folder=folder, csv=listed)
    assert not Picture.objects.exists()


def test_a_table_without_a_column_is_refused(db, folder):
    listed = table(folder, "us.jpg,us", columns=("file", "idea"))
    with pytest.raises(CommandError, match="no column for name, words, author, source, licence"):
        call_command("load_pictures", folder=folder, csv=listed)


def test_a_folder_needs_its_table(db, folder):
    with pytest.raises(CommandError, match="both"):
        call_command("load_pictures", folder=folder)
    with pytest.raises(CommandError, match="cannot read"):
        call_command("load_pictures", folder=folder, csv=folder / "none.csv")


def test_staff_cannot_send_a_drawing_by_form(admin_client, folder):  # S3
    words = {"title": "x", "author": "Ann", "licence": "Our own", "kind": "photo", "collection": 1}
    for name, stored in (("bus.svg", 0), ("us.jpg", 1)):
        sent = SimpleUploadedFile(name, (folder / name).read_bytes())
        admin_client.post("/admin/images/add/", words | {"file": sent})
        assert Picture.objects.count() == stored, name
