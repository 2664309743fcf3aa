"""The films of the demo: made by script/example_film of our own drawings, so that nobody real is in them."""

from functools import partial

from django.core.files.base import ContentFile

from easyread import media
from easyread.filming.captions import Cue, written
from easyread.filming.flows import bring_in
from easyread.media.limits import PAGE_FILM
from easyread.models import Film

from .files import read_each

NO_SOUND = "There is no sound in this film."


def load_films(loading, *, users):
    """Bring in each film of `data/films`, so that `loading.film` finds it. `loading`: the run (Loading).

    `users`: name → User. Without somebody who may, or on a machine that opens no films, there is none.
    """
    by = users.get("pmu")
    if by is None or not media.can_clean(PAGE_FILM):
        return
    for row in read_each("films/*.toml", data=loading.data):
        values, make = {"title": row["title"]}, partial(made, row, by, loading)
        film = loading.put(Film, row["slug"], values, make=make)
        loading.films[row["slug"]] = film and film.pk


def made(row, by, loading, values):
    """The film of a data file's `row` (dict), brought in by a user `by`. `values`: its title. Returns the Film."""
    file = ContentFile((loading.data / "films" / f"{row['slug']}.mp4").read_bytes(), name="film.mp4")
    captions = ContentFile(captions_of(row["scene"]).encode(), name="film.vtt")
    return bring_in(**values, film=file, captions=captions, by=by, at_once=True)


def captions_of(scenes):
    """The captions of a film whose `scenes` (list of dict) stand after one another, as WebVTT (str)."""
    cues, start = [], 0
    for scene in scenes:
        end = start + round(scene["seconds"] * 1000)
        cues.append(Cue(start, end, [scene["words"]] if cues else [NO_SOUND, scene["words"]]))
        start = end
    return written(cues)
