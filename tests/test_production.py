"""Production settings: clean under Django's own check, and refusing what is only for show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECRET = "a-Secret-of-0ur-0wn_with-Many-different-letters-4711-and-more"


def manage(tmp_path, *arguments, **environment):
    values = {"SECRET_KEY": SECRET, "ALLOWED_HOSTS": "voice.example.org", "SITE_URL": "https://voice.example.org"}
    values |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(tmp_path),
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=values | environment, capture_output=True, text=True, timeout=120)


def test_check_deploy_is_clean(tmp_path):
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    "wrong",
    [{"SECRET_KEY": "short"}, {"SECRET_KEY": "only-for-development-" + "x" * 60}, {"ALLOWED_HOSTS": ""}],
)
def test_it_refuses_to_start_without_its_own_secret_and_hosts(tmp_path, wrong):
    done = manage(tmp_path, "check", **wrong)
    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr


def test_made_up_people_are_refused(tmp_path):
    done = manage(tmp_path, "load_programme", "--demo")
    assert done.returncode != 0
    assert "CommandError" in done.stderr
