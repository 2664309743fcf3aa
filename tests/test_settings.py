"""The house itself: settings hold, migrations are complete, Python's own `site` is untouched."""

import site
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]


def test_pythons_own_site_module_is_not_hidden():
    assert hasattr(site, "getsitepackages")
    assert not (ROOT / "site" / "__init__.py").exists()
    assert "/site" not in (ROOT / ".gitignore").read_text().split()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_a_streamfield_keeps_its_blocks_out_of_migrations():
    for path in ROOT.glob("*/migrations/0*.py"):
        assert "block_lookup" not in path.read_text()
