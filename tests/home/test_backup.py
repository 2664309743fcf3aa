"""A backup is made while people write, and put back only when every part of it is whole (R4, docs/backup.md)."""

import fcntl
import json
import shutil
import threading
import time
import uuid
from contextlib import closing
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from engagement.record.flows import append_all, first_fault, head_of
from engagement.record.models import Entry
from home.backups import postgresql, sqlite
from home.backups.manifest import counted
from home.backups.restoring import site_stopped
from tests import factories

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL is in test_backup_postgresql.py"),
]


def keep_private_in(settings, folder):
    """Let the files that people sent be kept in `folder` (Path)."""
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": folder}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}


@pytest.fixture
def site(tmp_path, settings):
    """A small site with a plan, a round, a record and uploads in its own folder."""
    settings.DATA_DIR = tmp_path / "data"
    settings.MEDIA_ROOT = str(tmp_path / "data" / "media")
    keep_private_in(settings, tmp_path / "data" / "private")
    pictures = tmp_path / "data" / "media" / "pictures"
    pictures.mkdir(parents=True)
    (pictures / "bus.png").write_bytes(b"a bus")
    sounds = tmp_path / "data" / "private" / "answers" / "3f"
    sounds.mkdir(parents=True)
    (sounds / "3f00.mp3").write_bytes(b"what somebody said")
    (pictures / "größe é.png").write_bytes(b"a tree")
    page = factories.make_round()
    append_all(facts=[{"fact": "voice.given", "subject": uuid.UUID(int=n)} for n in range(20)])
    return page


@pytest.fixture
def backup(site, tmp_path):
    call_command("backup", str(tmp_path / "backup"), stdout=StringIO())
    return tmp_path / "backup"


@pytest.fixture
def elsewhere(site, settings, tmp_path):
    """Another place, with nothing in it, that the default database now points at."""
    settings.DATA_DIR = tmp_path / "other"
    settings.MEDIA_ROOT = str(tmp_path / "other" / "media")
    keep_private_in(settings, tmp_path / "other" / "private")
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(tmp_path / "other" / "db.sqlite3")
    yield tmp_path / "other"
    connection.close()
    connection.settings_dict["NAME"] = before


def manifest_of(backup):
    return json.loads((backup / "manifest.json").read_text())


def change_manifest(backup, change):
    manifest = manifest_of(backup)
    change(manifest)
    (backup / "manifest.json").write_text(json.dumps(manifest))


def test_what_comes_back_is_what_was_there(site, backup, request, client, tmp_path, capsys):
    counts, head, page = counted("default"), head_of(), client.get(site.url)
    other = request.getfixturevalue("elsewhere")
    call_command("restore", str(backup))
    assert counted("default") == counts
    assert head_of() == head and first_fault() is None
    assert client.get(site.url).content == page.content
    assert (other / "media" / "pictures" / "größe é.png").read_bytes() == b"a tree"
    assert sorted(path.name for path in other.iterdir() if not path.name.startswith("db.sqlite3")) == [
        *(".setup", "media", "private", "server.lock"),
    ]
    assert "The site is as it was at" in capsys.readouterr().out


def test_a_restored_place_is_not_loaded_again(backup, elsewhere):
    call_command("restore", str(backup))
    assert (elsewhere / ".setup" / "loaded").read_text() == "yes"
    assert not (elsewhere / ".setup" / "migrations").exists()


def test_only_the_owner_can_read_it(backup):
    assert backup.stat().st_mode & 0o077 == 0
    assert (backup / "database.sqlite3").stat().st_mode & 0o077 == 0


def test_the_manifest_says_what_is_in_it(backup):
    manifest = manifest_of(backup)
    assert manifest["record"]["number"] == 20 and manifest["record"]["first_fault"] is None
    assert manifest["counts"]["record_entry"] == 20
    assert set(manifest["uploads"]) == {"pictures/bus.png", "pictures/größe é.png"}


def test_a_backup_under_writes_is_one_moment(site, tmp_path, capsys):
    """Facts are added all the while; the copy's chain holds, and what was said before the copy is in it."""
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            written.append(append_all(facts=[{"fact": "voice.given", "subject": uuid.uuid4()}])[0].number)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(3):
            before = head_of()[0]
            call_command("backup", str(tmp_path / f"backup{n}"))
            manifest = manifest_of(tmp_path / f"backup{n}")
            assert manifest["record"]["number"] >= before and manifest["record"]["first_fault"] is None
    finally:
        stop.set()
        writer.join()
    assert Entry.objects.count() == 20 + len(written) and first_fault() is None


def test_200000_rows_are_copied_within_a_second(site, tmp_path):
    """R4: the copying itself, under a writer that never stops."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(
            "INSERT INTO record_entry (number, day, fact, subject, data, commitment, previous_seal, seal) "
            "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 200999) "
            "SELECT i, '2027-03-04', 'vote', hex(randomblob(16)), '{}', '', hex(randomblob(32)), "
            "hex(randomblob(32)) FROM n"
        )
    started = time.monotonic()
    sqlite.copy_database(tmp_path)
    assert time.monotonic() - started <= 1
    with sqlite.opened(tmp_path / sqlite.FILE) as copy:
        assert counted(copy)["record_entry"] == 200_020


def test_a_full_folder_is_refused(site, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("mine")
    with pytest.raises(CommandError, match="is not empty"):
        call_command("backup", str(tmp_path / "full"))
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["a.txt"]


def test_no_backup_inside_the_uploads(site, settings):
    with pytest.raises(CommandError, match="inside the folder of uploads"):
        call_command("backup", settings.MEDIA_ROOT + "/backup")


def test_a_backup_that_fails_leaves_nothing(site, tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("home.backups.making.copy_folder", full)
    with pytest.raises(CommandError, match="could not be written: No space left on device"):
        call_command("backup", str(tmp_path / "backup"))
    assert not list(tmp_path.glob("backup*"))


def spoil(path, place=100):
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1
    path.write_bytes(bytes(content))


@pytest.mark.parametrize(
    "harm,words",
    [
        (lambda b: spoil(b / "database.sqlite3"), "database.sqlite3"),
        (lambda b: (b / "database.sqlite3").unlink(), "missing: database.sqlite3"),
        (lambda b: spoil(b / "uploads" / "pictures" / "bus.png"), "not as it was: pictures/bus.png"),
        (lambda b: (b / "uploads" / "pictures" / "bus.png").unlink(), "missing: pictures/bus.png"),
        (lambda b: (b / "uploads" / "extra.html").write_text("x"), "does not belong to it: extra.html"),
        (lambda b: (b / "manifest.json").unlink(), "There is no backup in"),
        (lambda b: (b / "manifest.json").write_text("{"), "cannot be read"),
        (lambda b: (b / "manifest.json").write_text("[]"), "not one that this version can read"),
        (lambda b: change_manifest(b, lambda m: m["counts"].update(record_entry=21)), "should have 21 rows and has 20"),
        (lambda b: change_manifest(b, lambda m: m["record"].update(seal="0" * 64)), "record in the backup is not"),
        (lambda b: change_manifest(b, lambda m: m["migrations"].append("people.0099_new")), "newer version"),
        (lambda b: change_manifest(b, lambda m: m.update(engine="postgresql")), "backup of postgresql"),
    ],
)
def test_a_backup_that_is_not_whole_changes_nothing(backup, elsewhere, harm, words):
    harm(backup)
    with pytest.raises(CommandError, match=words):
        call_command("restore", str(backup))
    left = [path for path in elsewhere.rglob("*") if path.name != "server.lock"] if elsewhere.exists() else []
    assert not left


def test_a_site_that_is_there_is_never_overwritten_unasked(backup, site):
    site.title = "Said after the backup"
    site.save()
    with pytest.raises(CommandError, match="There is a site here already"):
        call_command("restore", str(backup))
    site.refresh_from_db()
    assert site.title == "Said after the backup"


def test_replace_moves_aside_what_was_there(backup, elsewhere, capsys):
    call_command("restore", str(backup))
    append_all(facts=[{"fact": "voice.given", "subject": uuid.uuid4()}])
    (elsewhere / "media" / "new.png").write_bytes(b"new")
    call_command("restore", str(backup), replace=True)
    assert head_of()[0] == 20 and not (elsewhere / "media" / "new.png").exists()
    aside = next(elsewhere.glob("before-restore-*"))
    assert str(aside) in capsys.readouterr().out
    assert (aside / "media" / "new.png").read_bytes() == b"new"
    connection.close()
    with sqlite.opened(aside / "db.sqlite3") as old:
        assert counted(old)["record_entry"] == 21


def test_a_running_site_is_never_replaced(backup, elsewhere):
    elsewhere.mkdir(exist_ok=True)
    with (elsewhere / "server.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="The site is running"):
            call_command("restore", str(backup))
    with site_stopped():
        pass


def test_a_full_disk_changes_nothing(backup, elsewhere, monkeypatch):
    def full(source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sqlite, "copy_file", full)
    with pytest.raises(CommandError, match="No space left on device"):
        call_command("restore", str(backup))
    assert [path.name for path in elsewhere.iterdir()] == ["server.lock"]


def test_a_faulty_record_is_backed_up_and_told(site, tmp_path, capsys, request):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE record_entry SET fact = 'other' WHERE number = 3")
    call_command("backup", str(tmp_path / "backup"))
    assert "First fault: entry 3" in capsys.readouterr().err
    request.getfixturevalue("elsewhere")
    call_command("restore", str(tmp_path / "backup"))
    assert first_fault() == 3


def test_postgresql_without_its_tools_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda tool: None)
    with pytest.raises(Exception, match="pg_dump is not installed. Ask an administrator"):
        postgresql.run("pg_dump")


def test_what_people_sent_is_in_the_backup_and_comes_back_private_s3(backup, elsewhere):
    manifest = json.loads((backup / "manifest.json").read_text())
    assert list(manifest["private"]) == ["answers/3f/3f00.mp3"]
    call_command("restore", str(backup), stdout=StringIO())
    assert (elsewhere / "private" / "answers" / "3f" / "3f00.mp3").read_bytes() == b"what somebody said"
    assert (elsewhere / "private").stat().st_mode & 0o077 == 0


def test_a_backup_of_before_there_were_private_files_can_be_put_back(backup, elsewhere):
    manifest = json.loads((backup / "manifest.json").read_text())
    del manifest["private"]
    (backup / "manifest.json").write_text(json.dumps(manifest))
    shutil.rmtree(backup / "private")
    call_command("restore", str(backup), stdout=StringIO())
    assert (elsewhere / "media" / "pictures" / "bus.png").read_bytes() == b"a bus"
