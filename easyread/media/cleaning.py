"""Making a file from a person safe: opened in a small process, written anew without what its device wrote (S3)."""

import functools
import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError

from . import limits
from .limits import FILM, FILMS, PAGE_FILM, PICTURE, READING, SOUND, SOUNDS

WORKER = Path(__file__).with_name("worker.py")
PIECE = 1024 * 1024
UNREADABLE = {
    PICTURE: "We cannot open this picture. Try another one. Or type your words.",
    SOUND: "We cannot open this sound. Try another one. Or type your words.",
    FILM: "We cannot open this film. Try another one. Or type your words.",
    PAGE_FILM: "We cannot open this film. Save it as an MP4 file and try again.",
    READING: "We cannot open this sound. Record it again, or try another file.",
}
SENTENCES = {
    "empty": "This file is empty. Choose another one.",
    "large": "This picture is too large. Make it smaller and try again.",
    "still": "Nothing moves in this file. Choose a film.",
    "silent": "We cannot hear a sound in this file. Try another one.",
    "long": "This is too long. Make a shorter one and try again.",
    "off": "We cannot take this here now. Please type your words.",
    "slow": "We could not open this in time. Try a shorter one.",
}
TOO_BIG = "This file is too big. The most is {most} megabytes."


@dataclass(frozen=True)
class Cleaned:
    """A file written anew. `data`: bytes; `kind`: PICTURE, SOUND or FILM; `seconds`, `width`, `height`: 0 if unfit."""

    kind: str
    data: bytes
    suffix: str
    content_type: str
    seconds: float = 0
    width: int = 0
    height: int = 0

    @property
    def sha256(self):
        """The SHA-256 of its bytes, as 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


@functools.cache
def can_clean(kind):
    """Whether this machine can open files of a `kind` (str): sound and films need a part with codecs. Returns bool."""
    return importlib.util.find_spec("PIL" if kind == PICTURE else "av") is not None


def clean(file, kind):
    """`file` (an uploaded file) written anew as a `kind` (PICTURE, SOUND or FILM). Returns a Cleaned.

    It is opened in a process of its own with little memory and time. Nothing is left but what is seen and heard: no
    place, camera, day, thumbnail, or bytes behind the end. Raises ValidationError, code "file", with a kind sentence.
    """
    refuse_size(file, kind)
    if not can_clean(kind):
        raise refusal("off", kind)
    with in_a_folder(file) as source:
        target = source.with_name("made")
        facts = run(kind, source, target)
        return Cleaned(kind=plain_kind(kind), data=target.read_bytes(), **facts)


def look_into(file, kind):
    """Take a first look into `file` (an uploaded file) as a `kind` that takes long: most that is wrong shows at once.

    Nothing of it is kept. Raises ValidationError as `clean` does.
    """
    refuse_size(file, kind)
    if not can_clean(kind):
        raise refusal("off", kind)
    with in_a_folder(file) as source:
        run(kind, source)


@contextmanager
def in_a_folder(file):
    """A copy of `file` in a folder of its own, a Path, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="ovod-") as folder:
        source = Path(folder) / "given"
        with source.open("wb") as writing:
            for piece in file.chunks(PIECE):
                writing.write(piece)
        yield source


def refuse_size(file, kind):
    """Raise ValidationError for an empty `file`, or one that is bigger than a `kind` may be."""
    if not file.size:
        raise refusal("empty", kind)
    most = limits.MOST_BYTES[kind]
    if file.size > most:
        raise ValidationError(TOO_BIG.format(most=most // limits.MB), code="file")


def run(kind, source, target=None):
    """Have worker.py write `source` anew as `target` (Paths), or only look into it. Returns its facts (dict).

    Raises ValidationError.
    """
    held = source.with_name("limits.json")
    held.write_text(json.dumps(limits_of(kind) if target else limits_of(kind) | {"work": limits.LOOK_WORK}))
    given = [plain_kind(kind), str(held), str(source), *([str(target)] if target else [])]
    command = [sys.executable, "-I", str(WORKER), *given]
    patience = limits.PATIENCE[kind] if target else limits.LOOK_PATIENCE
    try:
        done = subprocess.run(
            command, capture_output=True, cwd=source.parent, env={"PATH": ""}, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise refusal("slow", kind) from late
    try:
        facts = json.loads(done.stdout)
    except ValueError:  # it was stopped: out of time, out of memory, or broken by the file
        facts = {"refused": "unreadable"}
    if reason := facts.pop("refused", ""):
        raise refusal(reason, kind)
    return facts


def plain_kind(kind):
    """PICTURE, SOUND or FILM: what a `kind` (str) with limits of its own is opened as."""
    return FILM if kind in FILMS else SOUND if kind in SOUNDS else kind


def limits_of(kind):
    """What the process for a `kind` (str) may use and take. Returns a dict for JSON."""
    most = limits.MOST_SECONDS.get(kind, 0)
    return {
        "memory": limits.MEMORY[kind],
        "work": limits.WORK[kind],
        "written": limits.MOST_WRITTEN,
        "pixels": limits.MOST_PIXELS,
        "filmed": limits.MOST_FILMED,
        "nice": 10 if kind in FILMS else 0,
        "side": limits.FILM_SIDE if kind in FILMS else limits.LONGEST_SIDE,
        "frames": limits.FRAMES,
        "seconds": most + limits.SPARE_SECONDS,
    }


def refusal(reason, kind):
    """The ValidationError for a `reason` of the worker (str)."""
    return ValidationError(SENTENCES.get(reason) or UNREADABLE[kind], code="file")
