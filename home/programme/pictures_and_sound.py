"""A made-up picture, sound and film: drawn and played by code, so that nobody real is in them."""

import math
import struct
import wave
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from easyread import media
from easyread.media.limits import FILM, PICTURE, SOUND
from engagement.heard.flows import look_at
from engagement.voices.attached import AGREEMENTS
from engagement.voices.flows import give_attachment, give_consent
from engagement.voices.models import Answer, Attachment
from engagement.voices.models.voices import PERSONS_OWN

RATE = 16_000
TUNE = (262, 330, 392, 523)  # of a second each half: no voice, so that nobody is heard
SEEN = "A drawing of a red bus at a bus stop. The sun shines. Example. This did not happen."
FILMED = "A red bus drives from left to right. Example. This did not happen."
HEARD = "We hear 4 notes. They stand for the voice of a person. Example. This did not happen."


def load_files(*, users):
    """Give three example answers that everybody can read a picture, a sound and a film, and one that waits a picture.

    `users`: name → User. Each kind once: what is there already stays as it is, whatever staff did with it.
    """
    pmu, given = users.get("pmu"), Attachment.objects.filter(answer__voice__is_example=True)
    there = set(given.values_list("kind", flat=True))
    if pmu is None:
        return
    shown = list(told_answers().exclude(pk__in=given.values("answer"))[:3])
    kinds = [(FILM, FILMED)] if FILM not in there else []  # films came later than the others
    kinds = kinds if there else [(PICTURE, SEEN), (SOUND, HEARD), *kinds]
    for answer, (kind, words) in zip(shown, kinds, strict=False):
        if not media.can_clean(kind):
            continue
        row = give(answer, kind)
        give_consent(voice=answer.voice, kind=AGREEMENTS[kind], now=answer.given_at)
        look_at(attachment=row, by=pmu, may_show=True, words=words)
    for answer in [] if there else waiting_answers()[:1]:
        give(answer, PICTURE)


def told_answers():
    """Example answers in a person's own words that stand in a theme everybody can read. A queryset of Answer."""
    answers = Answer.objects.current().with_words().in_own_words().select_related("voice", "question")
    answers = answers.filter(voice__is_example=True, readings__may_show=True, voice__is_group=False)
    told = answers.filter(themes__round__what_we_heard__published_at__isnull=False)
    return told.exclude(words="").order_by("pk").distinct()


def waiting_answers():
    """Example answers that nobody has read yet. A queryset of Answer."""
    answers = Answer.objects.current().with_words().filter(voice__is_example=True, voice__is_group=False)
    answers = answers.filter(readings=None, question__kind="words", voice__provenance__in=PERSONS_OWN)
    return answers.select_related("voice", "question").order_by("pk")


def give(answer, kind):
    """Give one `answer` (Answer) the made-up picture, sound or film. Returns the Attachment."""
    content = {PICTURE: drawn, SOUND: played, FILM: filmed}[kind]()
    return give_attachment(answer=answer, cleaned=media.clean(ContentFile(content, name="example"), kind))


def drawn():
    """A drawing of a bus, as the bytes of a PNG file."""
    picture = Image.new("RGB", (640, 420), "#dceefb")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 330, 640, 420), fill="#8a8f98")
    pen.ellipse((520, 30, 600, 110), fill="#f5b800")
    pen.rounded_rectangle((60, 130, 480, 320), radius=28, fill="#b3261e", outline="#22262f", width=6)
    for left in (90, 185, 280, 375):
        pen.rounded_rectangle((left, 165, left + 75, 230), radius=8, fill="#ffffff", outline="#22262f", width=4)
    for middle in (150, 390):
        pen.ellipse((middle - 38, 285, middle + 38, 361), fill="#22262f")
        pen.ellipse((middle - 15, 308, middle + 15, 338), fill="#ffffff")
    pen.line((560, 190, 560, 350), fill="#22262f", width=8)
    pen.ellipse((530, 140, 590, 200), fill="#1b7f4b", outline="#22262f", width=5)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def played():
    """A few notes, as the bytes of a WAV file."""
    steps = [
        int(6000 * math.sin(2 * math.pi * note * step / RATE) * (1 - step / (RATE / 2)))
        for note in TUNE
        for step in range(RATE // 2)
    ]
    written = BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(steps)}h", *steps))
    return written.getvalue()


def filmed():
    """A red bus that drives over a light page, as the bytes of an MP4 file."""
    import av  # a machine without it shows no film

    written = BytesIO()
    with av.open(written, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for place in range(30):
            picture = Image.new("RGB", (320, 240), "#dceefb")
            pen = ImageDraw.Draw(picture)
            pen.rectangle((0, 190, 320, 240), fill="#8a8f98")
            pen.rounded_rectangle((place * 6, 90, place * 6 + 130, 180), radius=14, fill="#b3261e")
            for middle in (place * 6 + 30, place * 6 + 100):
                pen.ellipse((middle - 16, 164, middle + 16, 196), fill="#22262f")
            frame = frame_of(av, picture)
            frame.pts = place
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))
    return written.getvalue()


def frame_of(av, picture):
    """A picture (PIL) as a frame of a film."""
    frame = av.VideoFrame(picture.width, picture.height, "rgb24")
    line, rows = frame.planes[0].line_size, picture.tobytes()
    row = picture.width * 3
    padded = (rows[at : at + row] + bytes(line - row) for at in range(0, len(rows), row))
    frame.planes[0].update(b"".join(padded))
    return frame.reformat(format="yuv420p")
