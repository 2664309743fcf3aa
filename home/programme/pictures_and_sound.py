"""A made-up picture and a made-up sound: drawn and played by code, so that nobody real is in them."""

import math
import struct
import wave
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from easyread import media
from easyread.media.limits import PICTURE, SOUND
from engagement.heard.flows import look_at
from engagement.voices.flows import give_attachment, give_consent
from engagement.voices.models import Answer, Attachment, Consent
from engagement.voices.models.voices import PERSONS_OWN

RATE = 16_000
TUNE = (262, 330, 392, 523)  # of a second each half: no voice, so that nobody is heard
SEEN = "A drawing of a red bus at a bus stop. The sun shines. Example. This did not happen."
HEARD = "We hear 4 notes. They stand for the voice of a person. Example. This did not happen."


def load_files(*, users):
    """Give two example answers that everybody can read a picture and a sound, and one that waits a picture.

    `users`: name → User. Once: what is there already stays as it is, whatever staff did with it.
    """
    pmu = users.get("pmu")
    if pmu is None or Attachment.objects.filter(answer__voice__is_example=True).exists():
        return
    shown = list(told_answers()[:2])
    for answer, kind, words in zip(shown, (PICTURE, SOUND), (SEEN, HEARD), strict=False):
        row = give(answer, kind)
        agreed = Consent.Kind.PICTURE if kind == PICTURE else Consent.Kind.VOICE
        give_consent(voice=answer.voice, kind=agreed, now=answer.given_at)
        look_at(attachment=row, by=pmu, may_show=True, words=words)
    for answer in waiting_answers()[:1]:
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
    """Give one `answer` (Answer) the made-up picture or sound. Returns the Attachment."""
    content = drawn() if kind == PICTURE else played()
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
