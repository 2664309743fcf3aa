"""Captions: a WebVTT file read cue by cue, and written anew with nothing but times and words."""

import re
from dataclasses import dataclass
from html import unescape

from django.core.exceptions import ValidationError

MOST_BYTES = 256 * 1024
NOT_CAPTIONS = "We cannot read these captions. Save them as a WebVTT file, which ends with .vtt."
NO_WORDS = "There are no words in these captions."
WRONG_TIMES = "The times in these captions are not in order. Look at {time}."
TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{3})"
TIMES = re.compile(rf"\s*{TIME}\s+-->\s+{TIME}(?:\s.*)?", re.ASCII)
TAG = re.compile(r"<[^<>]*>")
LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Cue:
    """What is read on the film from `start` to `end` (thousandths of a second). `lines`: list of str."""

    start: int
    end: int
    lines: list


def cleaned_captions(data):
    """A file of captions (bytes) as WebVTT of our own (str). Raises ValidationError.

    What styles, places or names a cue is left out, and so is every mark inside its words.
    """
    cues = read(decoded(data))
    if not cues:
        raise ValidationError(NO_WORDS)
    for before, after in zip(cues, cues[1:], strict=False):
        if after.start < before.start:
            raise ValidationError(WRONG_TIMES.format(time=clock(after.start)))
    return written(cues)


def decoded(data):
    """`data` (bytes) as text. Raises ValidationError when it is not text, or no WebVTT."""
    if len(data) > MOST_BYTES:
        raise ValidationError(NOT_CAPTIONS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise ValidationError(NOT_CAPTIONS) from problem
    if not re.match(r"WEBVTT(?:[ \t\r\n]|$)", text) or "\0" in text:
        raise ValidationError(NOT_CAPTIONS)
    return text


def read(text):
    """The cues of WebVTT (str), as a list of Cue. Blocks that are none, such as notes and styles, are left out."""
    cues, lines = [], iter([*LINE.split(text)[1:], ""])
    for line in lines:
        if not (found := TIMES.fullmatch(line)):
            continue
        start, end = moment(*found.groups()[:4]), moment(*found.groups()[4:])
        words = []
        while words_of := plain(next(lines, "")):
            words.append(words_of)
        if words and end > start:
            cues.append(Cue(start, end, words))
    return cues


def plain(line):
    """One `line` of a cue (str) without marks, as people read it."""
    return " ".join(unescape(TAG.sub("", line)).replace("-->", "").split())


def moment(hours, minutes, seconds, thousandths):
    """A time in thousandths of a second (int)."""
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def clock(moment):
    """A moment (int) as WebVTT writes it: 00:01:02.500."""
    seconds, thousandths = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


def written(cues):
    """`cues` (list of Cue) as WebVTT (str)."""
    blocks = [f"{clock(cue.start)} --> {clock(cue.end)}\n" + "\n".join(map(escaped, cue.lines)) for cue in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def escaped(line):
    """A `line` of plain words (str) so that nothing in it is a mark."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
