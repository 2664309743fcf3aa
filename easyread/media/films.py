"""A film written anew: what is seen and heard, upright and small, and nothing else. Runs inside worker.py."""

import av
from film_parts import Pictures, Sounds
from frames import BAD, MOST_BAD, PLAIN, frames_of, opened
from worker import Refused


def seen(given):
    """The first stream of a film that moves; a picture that was put beside it is none. Raises Refused."""
    moving = [s for s in given.streams.video if "attached_pic" not in str(s.disposition)]
    if not moving:
        raise Refused("still")
    return moving[0]


def check_size(stream, limits):
    """Raise Refused when one frame of a video `stream` has more pixels than phones record."""
    if not (stream.width and stream.height):
        raise Refused("unreadable")
    if stream.width * stream.height > limits["filmed"]:
        raise Refused("large")


def write_film(source, target, limits):
    """The film at `source` as an MP4 at `target` (str each). Returns a dict of facts.

    H.264 and AAC, because every browser plays them. Captions, chapters, pictures beside it, place, day and camera are
    gone. Raises Refused when nothing moves in it, or it is too long or too large.
    """
    first = first_seen(source, limits)  # nothing can be written before its size is known
    options = {"movflags": "+faststart", **PLAIN}
    with opened(source) as given, av.open(target, "w", format="mp4", container_options=options) as made:
        film = Film(given, made, first, limits)
        film.copy()
    width, height = film.pictures.size
    return {
        "seconds": round(film.pictures.seconds, 1),
        "width": width,
        "height": height,
        "suffix": ".mp4",
        "content_type": "video/mp4",
    }


def first_seen(source, limits):
    """The first frame of the film at `source` (str). Raises Refused."""
    with opened(source) as given:
        check_size(seen(given), limits)
        frame = next(frames_of(given, seen(given)))
        if frame is None:
            raise Refused("unreadable")
        return frame


def look(kind, source, limits):
    """Open the file at `source` (str) and one part of it. Raises Refused for what can be told from that."""
    with opened(source) as given:
        if kind != "sound":
            check_size(seen(given), limits)
        elif not given.streams.audio:
            raise Refused("silent")
        if given.duration and given.duration / av.time_base > limits["seconds"]:
            raise Refused("long")
        stream = given.streams.audio[0] if kind == "sound" else seen(given)
        if next(frames_of(given, stream)) is None:
            raise Refused("silent" if kind == "sound" else "unreadable")


class Film:
    """What is seen and what is heard of one film, on one clock. `given`, `made`: containers."""

    def __init__(self, given, made, first, limits):
        self.given, self.most = given, limits["seconds"]
        self.video = seen(given)
        self.audio = given.streams.audio[0] if given.streams.audio else None
        for stream in filter(None, (self.video, self.audio)):
            stream.codec_context.thread_count = 1  # the work of one processor can be counted, and others have the rest
        self.begins = None
        self.pictures = Pictures(made, first, limits)
        self.sounds = Sounds(made) if self.audio else None

    def copy(self):
        """Write it all. Raises Refused when it is too long, or when there is nothing to see."""
        for frame, part in self.frames():
            part.take(frame)
        if not self.pictures.seconds:
            raise Refused("unreadable")
        for part in filter(None, (self.pictures, self.sounds)):
            part.end()

    def frames(self):
        """Each frame that can be seen or heard, on a clock that begins at 0, with the part it belongs to.

        A film that was cut off still says something, so what is broken is left out.
        """
        packets, bad = self.given.demux([s for s in (self.video, self.audio) if s]), 0
        while bad < MOST_BAD:
            try:
                packet = next(packets)
                for frame in packet.decode():
                    if self.set_clock(frame):
                        yield frame, self.pictures if packet.stream is self.video else self.sounds
            except StopIteration:
                return
            except BAD:
                bad += 1

    def set_clock(self, frame):
        """Let the clock of a `frame` begin with the film. Returns bool: whether it has a time in it. Raises Refused."""
        if frame.pts is None:
            return False
        self.begins = frame.time if self.begins is None else self.begins
        frame.pts -= round(self.begins / frame.time_base)
        if frame.pts * frame.time_base > self.most:
            raise Refused("long")
        return frame.pts >= 0
