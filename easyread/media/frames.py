"""Sound written anew: what is heard, and nothing else. Runs inside worker.py, without Django."""

import av
from av.audio.resampler import AudioResampler
from worker import Refused

# Only files that hold their own sound: no list that names other files or addresses.
FORMATS = "matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,ogg,wav,mp3,flac,aac,amr,aiff,caf"
RATE, BITS = 24_000, 48_000  # a voice is clear with so little, and 1 minute is 0.4 MB
PLAIN = {"fflags": "+bitexact"}  # the file names neither the program nor the day
BAD = (av.error.FFmpegError, ValueError, OSError, EOFError)
MOST_BAD = 50  # parts that cannot be heard, before we stop trying


def opened(source):
    """The file at `source` (str), opened as one of FORMATS. Raises Refused."""
    try:
        return av.open(source, options={"format_whitelist": FORMATS, "protocol_whitelist": "file"})
    except BAD as problem:
        raise Refused("unreadable") from problem


def write_sound(source, target, limits):
    """The sound of the file at `source` as an MP3 at `target` (str each). Returns a dict of facts.

    Every browser plays MP3, old ones too. Raises Refused when there is no sound in it, or too much.
    """
    with opened(source) as given:
        if not given.streams.audio:
            raise Refused("silent")
        options = {"write_xing": "0", "id3v2_version": "0", **PLAIN}
        with av.open(target, "w", format="mp3", container_options=options) as made:
            stream = made.add_stream("libmp3lame", rate=RATE, layout="mono", bit_rate=BITS)
            seconds = copy_sound(given, made, stream, limits["seconds"])
    return {"seconds": round(seconds, 1), "suffix": ".mp3", "content_type": "audio/mpeg"}


def copy_sound(given, made, stream, most):
    """Write the first sound of `given` into `stream` of `made` (containers). Returns its length in seconds (float)."""
    resampler, samples = AudioResampler(format="s16p", layout="mono", rate=RATE), 0
    for frame in frames_of(given, given.streams.audio[0]):
        for part in resampler.resample(frame):
            part.pts, samples = samples, samples + part.samples
            if samples > most * RATE:
                raise Refused("long")
            made.mux(stream.encode(part))
    if not samples:
        raise Refused("silent")
    made.mux(stream.encode(None))
    return samples / RATE


def frames_of(given, stream):
    """Every part of `stream` that can be heard or seen, in order; then None, which ends it.

    A recording that was cut off still says something, so what is broken is left out. Raises Refused.
    """
    packets, bad = given.demux(stream), 0
    while bad < MOST_BAD:
        try:
            packet = next(packets)
            for frame in packet.decode():
                frame.pts = None if stream.type == "audio" else frame.pts  # gaps in its clock are no silence
                yield frame
        except StopIteration:
            break
        except BAD:
            bad += 1
    yield None
