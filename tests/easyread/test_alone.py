"""The kit without the rest of this product: on a Wagtail site of its own, and its rules without Django (README.md)."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as real
from django.core.management import call_command
from django.test import override_settings

from easyread import checks

ROOT = Path(__file__).resolve().parents[2]
ALONE = Path(__file__).parent / "alone"
README = (ROOT / "easyread" / "README.md").read_text()
KEPT = ROOT / ".setup"
STEPS = [
    "set up",
    "written, with the help",
    "public, in ",
    "checked by people, with the label",
    "changed, and without the label",
    "taken down, and says why",
    "another language is not judged",
    "nothing else was here",
]


@pytest.fixture
def place(tmp_path):
    """A folder in which there is the kit and no other room; the environment of the site alone (dict)."""
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "easyread").symlink_to(ROOT / "easyread")
    (tmp_path / "data").mkdir()
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{tmp_path / 'kit'}:{ALONE}",
        "DJANGO_SETTINGS_MODULE": "settings",
        "ALONE_DATA": str(tmp_path / "data"),
    }


def run(place, *command):
    """What a Python `command` prints in the site alone (str). Fails with what it complained of."""
    done = subprocess.run([sys.executable, *command], cwd=ALONE, env=place, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def kept_database():
    """Where the migrated database of the site alone is kept from run to run (tests/ready_database.py). A Path."""
    found = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted([*(ROOT / "easyread").glob("migrations/*.py"), *ALONE.rglob("migrations/*.py")]):
        found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return KEPT / f"alone-{found.hexdigest()[:16]}.sqlite3"


def migrate_or_take(place):
    """Give the site alone its migrated database, kept from the last run where there was one."""
    kept, ours = kept_database(), Path(place["ALONE_DATA"]) / "db.sqlite3"
    if not kept.exists():
        run(place, "-m", "django", "migrate", "-v0")
        KEPT.mkdir(exist_ok=True)
        for old in KEPT.glob("alone-*.sqlite3"):
            old.unlink(missing_ok=True)
        shutil.copyfile(ours, new := kept.with_suffix(f".{os.getpid()}"))
        new.replace(kept)
    shutil.copyfile(kept, ours)


def test_a_site_of_its_own_from_set_up_to_taking_down(place):
    """Check, migrations, pictures, every block, paper, the help, the checkers' screens, the label and its end."""
    migrate_or_take(place)
    told = run(place, "walk.py")
    assert [words for words in STEPS if words not in told] == []


@pytest.mark.slow
def test_a_site_of_its_own_from_an_empty_database(place):
    assert "nothing else was here" in run(place, "walk.py")


def blocks_of_readme(language):
    """The pieces of code in the README that are written in a `language` (str). A list of str."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_the_site_alone_does_what_the_readme_says():
    """Every line of code of the steps stands in the site alone, which the test above proves."""
    steps = [code for code in blocks_of_readme("python") if code.startswith("# ")]
    assert len(steps) >= 4
    for code in steps:
        name, *lines = code.strip().splitlines()
        there = (ALONE / name.removeprefix("# ")).read_text()
        assert [line for line in lines if line.strip() and line.strip() not in there] == [], name


def test_the_readme_names_every_setting_and_every_check():
    named = set(re.findall(r"EASYREAD_\w+", (ROOT / "easyread" / "conf.py").read_text()))
    ids = set(re.findall(r"easyread\.[EW]\d+", (ROOT / "easyread" / "checks.py").read_text()))
    assert len(named) == 2 and len(ids) == 8
    assert [one for one in named | {one.removeprefix("easyread.") for one in ids} if one not in README] == []


@pytest.mark.parametrize(
    ("id", "changed"),
    [
        ("E001", {"WAGTAILIMAGES_IMAGE_MODEL": "wagtailimages.Image"}),
        ("E002", {"ROOT_URLCONF": "wagtail.urls"}),
        ("E003", {"MIDDLEWARE": []}),
        ("E004", {"STORAGES": {"default": real.STORAGES["default"], "staticfiles": real.STORAGES["staticfiles"]}}),
        ("E005", {"MEDIA_ROOT": real.PRIVATE_ROOT}),
        ("E006", {"AUTH_USER_MODEL": "auth.Group"}),
        ("W001", {"WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": False}),
        ("W002", {"WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH": True}),
    ],
)
def test_what_a_site_forgot_is_said_in_a_sentence(id, changed):
    with override_settings(**changed):
        found = {message.id: message.msg for message in checks.check_setting_up()}
    assert found[f"easyread.{id}"].endswith(".") and "\n" not in found[f"easyread.{id}"]


def test_our_own_site_forgot_nothing():
    assert checks.check_setting_up() == []
    call_command("check", verbosity=0)


RULES = """
import sys
sys.path.insert(0, {folder!r})
from easyread.rules import Lists, check
found = check("You don't need to go to the hub.", lists=Lists(plainer=(("hub", "meeting place"),)))
print([(one.id, one.rule, one.text, one.suggestion) for one in found])
print(sorted(name for name, module in sys.modules.items() if "-packages" in (getattr(module, "__file__", "") or "")))
print([name for name in sys.modules if name.split(".")[0] in ("django", "wagtail")])
import runpy
sys.argv = ["easyread.rules", {text!r}]
runpy.run_module("easyread.rules", run_name="__main__")
"""


def test_the_rules_stand_alone_in_an_empty_folder(tmp_path):
    """Copied by themselves, without this project, without installed packages: only Python itself."""
    shutil.copytree(ROOT / "easyread" / "rules", tmp_path / "kit" / "easyread" / "rules")
    (tmp_path / "text.txt").write_text("You don't need this.\n")
    code = RULES.format(folder=str(tmp_path / "kit"), text=str(tmp_path / "text.txt"))
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], cwd=tmp_path, capture_output=True, text=True)
    first, packages, frameworks, *shell = done.stdout.splitlines()
    assert first == "[('W10', 'contraction', \"don't\", 'do not'), ('W7', 'jargon', 'hub', 'meeting place')]"
    assert packages == frameworks == "[]"
    assert done.returncode == 1 and "contraction" in shell[0], done.stderr
