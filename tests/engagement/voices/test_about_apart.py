"""About you: optional, in its own table, and beside somebody's words for nobody but that person (3.7, 3.9)."""

import re
from pathlib import Path

import pytest

from engagement.voices.models import AboutYou, Voice, VoiceDraft
from tests.engagement.voices.on_pages import give

ROOT = Path(__file__).parents[3]
# Who may touch the table: it is written, erased, and shown to the one with the card.
KNOWN = {
    "engagement/voices/about.py",
    "engagement/voices/flows/sending_rows.py",
    "engagement/voices/flows/taking_back.py",
    "engagement/voices/models/__init__.py",
    "engagement/voices/models/voices.py",
    "engagement/trail/my_voice.py",
    "engagement/trail/own_words.py",
    "engagement/trail/views/my_voice.py",  # the name of the flow that erases it
    "engagement/voices/flows/__init__.py",
    # From paper and spreadsheets it is written, and typed a second time to find mistakes.
    "engagement/voices/paper/meaning.py",
    "engagement/voices/flows/paper_checking.py",
    "engagement/voices/flows/import_rows.py",
    "engagement/voices/heard_so_far.py",  # how many from each place, and no word of anyone
}


def test_no_report_export_or_screen_of_staff_joins_it_with_words_3_9():
    files = [path for folder in ("engagement", "home", "easyread", "site") for path in (ROOT / folder).rglob("*.py")]
    files += [path for path in (ROOT / "engagement").rglob("*.html")]
    named = {str(path.relative_to(ROOT)) for path in files if re.search(r"AboutYou|about_you", path.read_text())}
    assert {name for name in named if "/migrations/" not in name} <= KNOWN


@pytest.mark.django_db
def test_skip_stores_nothing_and_takes_away_what_was_told_before(started, address):  # noqa: F811
    give(started, address, 1)
    started.post(f"{address}about/", {"go": "next", "who": ["carer"], "place": "Dover", "publish": "on"})
    assert VoiceDraft.objects.get().about["place"] == "Dover"
    assert started.post(f"{address}about/", {"go": "skip", "place": "Thanet"}).url == f"{address}check/"
    assert "Dover" not in started.get(f"{address}check/").content.decode()
    started.post(f"{address}check/")
    assert not AboutYou.objects.exists() and not Voice.objects.get().consents.exists()


@pytest.mark.django_db
def test_i_do_not_want_to_say_is_no_fact_about_a_person_q5(started, address):  # noqa: F811
    """A button once pressed cannot be let go; this one lets go of it, and nothing is stored of that."""
    give(started, address, 1)
    for helped in ("wrote", "not_say"):
        started.post(f"{address}about/", {"go": "next", "helped": helped})
    assert VoiceDraft.objects.get().about["helped"] == ""
    started.post(f"{address}check/")
    assert not AboutYou.objects.exists()
