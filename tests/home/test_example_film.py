"""The film of the demo: our own, small, silent and said so, with captions and its words (M2, L11)."""

import pytest
from django.test import Client

from easyread.filming.captions import cleaned_captions
from easyread.models import Film
from home.programme.files import DATA, read_each
from home.programme.films import NO_SOUND, captions_of, load_films
from home.programme.loading import Loading
from home.programme.streams import easy_read

pytestmark = pytest.mark.django_db
EXAMPLE = "Example. This did not happen."
(ROW,) = read_each("films/*.toml")
PLAN = next(row for row in read_each("proposals/*.toml") if row["slug"] == "days-out")


def test_it_is_small_and_its_captions_are_ours():
    assert (DATA / "films" / f"{ROW['slug']}.mp4").stat().st_size <= 300_000
    told = captions_of(ROW["scene"])
    assert cleaned_captions(told.encode()) == told
    assert all(scene["seconds"] >= 3.5 and scene["words"] in told for scene in ROW["scene"])  # slowly


def test_what_it_tells_stands_below_it():
    (block,) = [block for block in PLAN["easy_read"] if block["type"] == "video"]
    said = block["words"].strip().splitlines()
    assert {scene["words"] for scene in ROW["scene"]} | {NO_SOUND} == set(said) and said[0] == EXAMPLE


def test_it_is_ready_at_once_and_once(pmu):
    """Loading it again, also on a site that was loaded before there were films, makes no second one."""
    for _ in range(2):
        loading = Loading()
        load_films(loading, users={"pmu": pmu})
        film = Film.objects.get()
        assert loading.film("days-out") == film.pk and film.is_ready and 15 < film.seconds < 25
    assert Client().get(f"/films/{film.public_id}.mp4").status_code == 404  # no page shows it


def test_without_it_its_block_is_left_out():
    for film in (None, 7):
        made = easy_read(PLAN["easy_read"], picture=lambda idea: None, key="a", film={"days-out": film}.get)
        assert ('"type": "video"' in made) == bool(film)
    load_films(Loading(), users={})
    assert not Film.objects.exists()
