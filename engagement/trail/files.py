"""Pictures and sounds of people, as everybody may see and hear them: looked at, allowed, agreed, and still theirs."""

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse

from engagement.heard.models import Reading
from engagement.voices.attached import AGREEMENTS, shown
from engagement.voices.models import Attachment, Consent
from engagement.voices.models.whose import is_own

MOST_IN_A_THEME = 6
LABELS = {"picture": "A picture from a person", "sound": "A person says this", "film": "A film from a person"}


def public_files():
    """The pictures and sounds that everybody may see today (3.7, 6.4). A queryset of Attachment.

    Somebody looked at each and allowed it, and its answer too; the person agreed and did not take that back; it is the
    person's own. Asked anew each time, so that what is taken back is gone at once.
    """
    last = Reading.objects.filter(answer=OuterRef("answer")).order_by("-pk").values("may_show")[:1]
    agreed = Q(pk__in=[])
    for kind, consent in AGREEMENTS.items():  # for each kind its own: a film shows a face
        agreed |= Q(Exists(standing(consent)), kind=kind)
    files = Attachment.objects.of_answers().ready().filter(is_own("answer__"), agreed, state=Attachment.State.MAY_SHOW)
    return files.annotate(read=Subquery(last)).filter(read=True)


def standing(kind):
    """The agreement of one `kind` that stands, of the voice of an attachment. A queryset for Exists."""
    return Consent.objects.filter(voice=OuterRef("answer__voice"), kind=kind, withdrawn_at=None)


def told(row):
    """One Attachment as components/attachment.html prints it for everybody. Returns a dict."""
    return shown(row, reverse("public_file", args=[row.public_id])) | {"label": LABELS[row.kind]}


def beside_themes(page):
    """The pictures and sounds of the themes of a round (RoundPage): dict of theme's pk to list of dict. One query."""
    rows = public_files().filter(answer__theme_answers__theme__round=page)
    found = {}
    for row in rows.annotate(theme=F("answer__theme_answers__theme")).order_by("theme", "pk"):
        in_theme = found.setdefault(row.theme, [])
        if len(in_theme) < MOST_IN_A_THEME:
            in_theme.append(told(row))
    return found


def shown_attachments(answers):
    """The pictures and sounds of `answers` (of Answer) that everybody may see: dict of answer's pk to list of dict."""
    ids = [answer.pk for answer in answers if answer.attached]
    found = {}
    for row in public_files().filter(answer__in=ids) if ids else []:
        found.setdefault(row.answer_id, []).append(told(row))
    return found
