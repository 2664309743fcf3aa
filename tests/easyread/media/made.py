"""Files as people, and those who mean harm, send them: made here, so that nothing real is in the tests."""

import math
import struct
import wave
from fractions import Fraction
from io import BytesIO

import av
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

MARKER = b"MARKER-51.2787-0.5217-SECRET"


def picture(kind="JPEG", *, size=(60, 30), tail=b"", **saving):
    """A picture of one colour as an upload, with `tail` (bytes) behind its end."""
    written = BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **saving)
    return SimpleUploadedFile(f"photo.{kind.lower()}", written.getvalue() + tail)


def marked_exif(orientation=1):
    """What a camera writes: author, place, and how it was held; with MARKER in it."""
    exif = Image.Exif()
    exif[0x013B] = MARKER.decode()  # author
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[0x001B] = MARKER  # place
    return exif


def tone(seconds=1, rate=8000):
    """A sound of one tone as the bytes of a WAV file."""
    written = BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        steps = (int(8000 * math.sin(step * 0.3)) for step in range(int(seconds * rate)))
        file.writeframes(b"".join(struct.pack("<h", step) for step in steps))
    return written.getvalue()


def sound(seconds=1, name="voice.wav"):
    """The same as an upload."""
    return SimpleUploadedFile(name, tone(seconds))


def recorded(format, codec, rate=48000, seconds=1, **tags):
    """A tone as the bytes of a file of another `format` (str), with `tags` written into it."""
    written = BytesIO()
    with av.open(BytesIO(tone(seconds))) as given, av.open(written, "w", format=format) as made:
        made.metadata.update(tags)
        stream = made.add_stream(codec, rate=rate, layout="mono")
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=rate)
        for frame in given.decode(audio=0):
            frame.pts = None
            for part in resampler.resample(frame):
                made.mux(stream.encode(part))
        made.mux(stream.encode(None))
    return written.getvalue()


def filmed(format="mp4", codec="libx264", *, seconds=1, size=(96, 64), rate=10, heard="aac", chapters=(), **tags):
    """A film of a light square that moves over grey as the bytes of a file, with `tags` and `chapters` written into it.

    `heard`: the codec of its tone, or "" for a film without sound.
    """
    written = BytesIO()
    with av.open(written, "w", format=format) as made:
        made.metadata.update(tags)
        if chapters:
            made.set_chapters(
                [
                    {"id": n, "start": n, "end": n + 1, "time_base": Fraction(1, 2), "metadata": {"title": title}}
                    for n, title in enumerate(chapters)
                ]
            )
        stream = made.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.metadata.update(tags)
        tones = made.add_stream(heard, rate=48000, layout="mono") if heard else None
        for place in range(int(seconds * rate)):
            made.mux(stream.encode(seen(size, place)))
        made.mux(stream.encode(None))
        if tones:
            add_tone(made, tones, seconds)
    return written.getvalue()


def seen(size, place):
    """One frame of a film: its left half is light in the first, and the light moves on."""
    frame = av.VideoFrame(*size, "yuv420p")
    for number, plane in enumerate(frame.planes):
        width, height = size if number == 0 else (size[0] // 2, size[1] // 2)
        row = bytes((230 if (x + place * 4) % width < width // 2 else 60) if number == 0 else 128 for x in range(width))
        plane.update((row + bytes(plane.line_size - width)) * height)
    frame.pts, frame.time_base = place, Fraction(1, 10)
    return frame


def add_tone(made, stream, seconds):
    """Write a tone into `stream` of `made` (container)."""
    with av.open(BytesIO(tone(seconds))) as given:
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=48000)
        for frame in given.decode(audio=0):
            frame.pts = None
            for part in resampler.resample(frame):
                made.mux(stream.encode(part))
        made.mux(stream.encode(None))


def turned(film):
    """An MP4 `film` (bytes) as a phone writes it that was held upright: its frames lie on their side."""
    plain = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    turn = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
    head, sign, tail = film.partition(b"tkhd")
    return head + sign + tail.replace(plain, turn, 1)


def film(name="film.mp4", **kinds):
    """The same as an upload."""
    return SimpleUploadedFile(name, filmed(**kinds))
