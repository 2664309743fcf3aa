"""How people answer besides typing: which questions take it, what is said of it beforehand, and how it is told (Q6)."""

from django.db.models import Exists, OuterRef

from easyread.media import can_clean
from easyread.media.limits import MB, MOST_BYTES, MOST_SECONDS
from engagement.polls.models import Question

from .models import Attachment, Consent

Kind = Attachment.Kind
PICTURE, SOUND, FILM = Kind.PICTURE, Kind.SOUND, Kind.FILM
NOT_ASKED = "Please type your words here."
NO_FILE = {
    PICTURE: "Choose a picture first. Then press Save.",
    SOUND: "Choose a sound first. Then press Save.",
    FILM: "Choose a film first. Then press Save.",
}
NO_ROOM = "We could not save this now. Please try again. Or type your words."
OTHER_WAYS = (PICTURE.value, SOUND.value, FILM.value)  # buttons beside typing
WAYS = {PICTURE: "Draw or show a picture", SOUND: "Say it", FILM: "Sign it or film it"}
CHANGE = {PICTURE: "Change your picture", SOUND: "Change what you said", FILM: "Change your film"}
ICONS = {PICTURE: "picture", SOUND: "voice", FILM: "film"}
SWITCHES = {PICTURE: "takes_picture", SOUND: "takes_sound", FILM: "takes_film"}
AGREEMENTS = {PICTURE: Consent.Kind.PICTURE, SOUND: Consent.Kind.VOICE, FILM: Consent.Kind.FILM}
YOURS = {PICTURE: "Your picture", SOUND: "Your sound", FILM: "Your film"}


def switched_on(question, kind):
    """Whether the authors let people answer a `question` (Question) with a `kind` (Kind). Returns bool."""
    return question.kind == Question.Kind.WORDS and getattr(question, SWITCHES[kind])


def takes(question, kind):
    """Whether people can answer a `question` (Question) with a `kind` (Kind), here and now. Returns bool."""
    return switched_on(question, kind) and can_clean(kind)


def limits_of(kind):
    """What is said of a `kind` (Kind) before anybody gives one, as a list of Easy Read sentences."""
    most = f"The file can have {MOST_BYTES[kind] // MB} megabytes at most."
    if kind == PICTURE:
        return ["It can be a photo or a drawing.", most]
    return [f"It can be {MOST_SECONDS[kind] // 60} minutes long at most.", most]


def how_long(seconds):
    """A length as people read it: "1 minute and 5 seconds". `seconds`: float. Returns str."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    told = [f"{minutes} minute{'' if minutes == 1 else 's'}"] if minutes else []
    told += [f"{rest} second{'' if rest == 1 else 's'}"] if rest else []
    return " and ".join(told)


def answers_of(draft):
    """The answers of an unsent voice (VoiceDraft), each with `attached` (bool): dict of question id to DraftAnswer."""
    given = Attachment.objects.filter(draft=OuterRef("draft"), question=OuterRef("question"), trouble="")
    return {answer.question_id: answer for answer in draft.answers.annotate(attached=Exists(given))}


def by_question(draft, answers=None):
    """What hangs on an unsent voice (VoiceDraft): a dict of question id to list of Attachment.

    `answers`: what `answers_of` gave; when nothing hangs on any, the database is not asked again (F2).
    """
    found = {}
    if answers is not None and not any(answer.attached for answer in answers.values()):
        return found
    for row in draft.attachments.all():
        found.setdefault(row.question_id, []).append(row)
    return found


def agreed_for(rows):
    """Which agreements `rows` (of Attachment) ask for, each by itself (3.7): a set of Consent.Kind."""
    return {AGREEMENTS[row.kind] for row in rows if not row.trouble}


def shown(row, href):
    """One Attachment as components/attachment.html prints it. `href`: where its file is (str). Returns a dict."""
    return {
        "kind": row.kind,
        "href": href,
        "width": row.width,
        "height": row.height,
        "content_type": row.content_type,
        "long": how_long(row.seconds) if row.seconds else "",
        "words": row.words,
        "label": YOURS[row.kind],
        "waiting": row.waiting,
        "trouble": row.trouble,
    }


def ways_of(question, given):
    """The other ways to answer a `question` (Question), for the buttons beside typing. Returns a list of dict.

    `given`: list of Attachment, what was given so far.
    """
    have = {row.kind for row in given}
    return [
        {"value": kind.value, "text": CHANGE[kind] if kind in have else WAYS[kind], "icon": ICONS[kind]}
        for kind in (PICTURE, SOUND, FILM)
        if takes(question, kind)
    ]
