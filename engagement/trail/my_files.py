"""One's own pictures and sounds, as the long link shows them: to look at, listen to, delete, and agree about."""

from django.urls import reverse

from engagement.voices.attached import agreed_for, shown
from engagement.voices.models import Attachment, Consent

ASKED = {
    Consent.Kind.PICTURE: ("May we show your picture?", "Yes, you may show my picture"),
    Consent.Kind.VOICE: ("May other people hear your voice?", "Yes, people may hear my voice"),
    Consent.Kind.FILM: ("May other people see your film?", "Yes, people may see my film"),
}


def own_files(mine):
    """What the person of a card (MyVoice) gave, with the answers that stand. A list of dict; one query."""
    if not (mine.is_own and mine.has_files):
        return []
    rows = Attachment.objects.filter(answer__voice=mine.voice, answer__is_current=True).select_related("question")
    return [own_file(mine, row) for row in rows]


def own_file(mine, row):
    """One Attachment with its question and the way to delete it. Returns a dict."""
    links = {name: reverse(f"my_voice_{name}", args=[mine.token, row.public_id]) for name in ("file", "delete_file")}
    return {
        "row": row,
        "item": shown(row, links["file"]),
        "question": row.question.text,
        "delete_href": links["delete_file"],
    }


def may_agree(mine, files):
    """What the person may agree to of their `files` (list of dict) and has not. A list of dict: kind, title, text."""
    wanted = agreed_for(file["row"] for file in files)
    return [
        {"kind": kind.value, "title": title, "text": text}
        for kind, (title, text) in ASKED.items()
        if kind in wanted and kind not in mine.agreed
    ]
