"""Files as people, and those who mean harm, send them: made here, so that nothing real is in the tests."""

import math
import struct
import wave
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
