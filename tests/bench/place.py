"""A site of the bench's own: a folder, an empty database kept for the next run, and made-up content."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DATA_DIR") or ROOT / "data")
KEPT = DATA / "bench"  # the empty site, kept so that the next run need not set it up again
ADDRESS = "127.0.0.1"
_database = {}  # DATABASE_URL, when the bench runs on a PostgreSQL server of its own


def environment(folder):
    """The environment of the bench's site in `folder` (Path): nothing of the real site. Returns dict."""
    ours = {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONPATH": f"{ROOT}:{ROOT}/site",
    }
    others = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL", "DEBUG")}
    return others | ours | _database


def make_place(database=""):
    """A new folder with an empty site in it, and Django set up on it in this process. Returns its Path.

    `database`: the DATABASE_URL of an empty server of the bench's own (str); SQLite in the folder when left out.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    empty = empty_site()
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=KEPT))
    shutil.copytree(empty, folder, dirs_exist_ok=True)
    os.environ.pop("DATABASE_URL", None)
    if database:
        _database["DATABASE_URL"] = database
        manage(folder, "migrate", "--verbosity", "0")
    os.environ.update(environment(folder))
    for path in (ROOT / "site", ROOT):
        sys.path.insert(0, str(path))
    import django

    django.setup()
    return folder


def empty_site():
    """The folder of a site with a database and static files and nothing else, made when the code's need it. A Path."""
    sources = [*ROOT.glob("*/migrations/0*.py"), *ROOT.glob("engagement/*/migrations/0*.py"), ROOT / "requirements.txt"]
    sources += sorted(
        path for folder in ("site", "easyread") for path in (ROOT / folder / "static").rglob("*") if path.is_file()
    )
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(sources))).hexdigest()[:12]
    folder = KEPT / f"empty-{digest}"
    if not folder.exists():
        for old in KEPT.glob("empty-*"):
            shutil.rmtree(old)
        unfinished = KEPT / "empty-unfinished"
        print("→ Making an empty site", flush=True)
        manage(unfinished, "migrate", "--verbosity", "0")
        manage(unfinished, "collectstatic", "--noinput", "--verbosity", "0")
        unfinished.rename(folder)
    return folder


def manage(folder, *command):
    """Run manage.py for the site in `folder` (Path). Raises CalledProcessError."""
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment(folder), check=True)


def make_content():
    """A plan from its first question to what was done, and example rounds to put voices into. Returns the Story."""
    from engagement.proposals.models import ProposalPage
    from tests.engagement.trail.made import Story

    story = Story(5)
    # Those who answer here are machines, and faster than people: what holds such back is off in this round (Q9).
    type(story.open_round).objects.filter(pk=story.open_round.pk).update(holds_back_fast=False)
    ProposalPage.objects.update(is_example=True)
    return story
