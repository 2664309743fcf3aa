"""The page on which a picture, a sound or a film is given, heard and seen again, and taken away.

The same for a person and for a worker who sits beside one. A press stores what was chosen before it goes anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404

from easyread.media import serve, waiting
from easyread.media.limits import MB, MOST_BYTES, MOST_SECONDS

from . import attached, flows
from .attaching_words import WAITING, WORDS
from .models import Attachment

COLOURS = [("Black", "#22262f"), ("Blue", "#0b57a4"), ("Red", "#b3261e"), ("Green", "#1b7f4b"), ("Yellow", "#f5b800")]
PENS = [("Thin", 4), ("Middle", 10), ("Thick", 24)]
STEPS = [("Up", "0,-1"), ("Down", "0,1"), ("Left", "-1,0"), ("Right", "1,0")]
DRAWING = {"colours": COLOURS, "pens": PENS, "steps": STEPS}
SAFE = "not_safe"
SAID = {"saved": "We have it.", "deleted": "It is gone."}


def most_upload(kind="", **given):
    """How big a request to the page of a `kind` (str) may be, in bytes: the form around a file needs a little too."""
    return MOST_BYTES.get(kind, 0) + MB


@dataclass
class Place:
    """Where a file is given. `visit`: of a person or of a worker. `draft`: VoiceDraft. `asked`: Question.

    `names`: the addresses' names: page (this one), question, file, after (where Next leads from the last question).
    `away`: gives for a press in the Help where it leads, an HttpResponse, or None for other presses; a worker has none.
    """

    visit: object
    draft: object
    asked: object
    number: int
    kind: str
    names: dict
    away: Callable = lambda go: None

    def __post_init__(self):
        if self.kind not in attached.Kind.values or not attached.switched_on(self.asked, self.kind):
            raise Http404("This question is not answered this way.")
        self.kind = attached.Kind(self.kind)

    @property
    def to(self):
        """What the page's address carries: "check" when the person came from there, else None."""
        return "check" if self.visit.request.GET.get("to") == "check" else None

    @property
    def draws(self):
        """Whether this is the page of drawing on the screen. Returns bool."""
        return self.kind == attached.PICTURE and "draw" in self.visit.request.GET

    def link(self, name, **query):
        """The address of one of `names` for this question. Returns str."""
        given = [self.number, self.kind.value] if name == "page" else [self.number] if name == "question" else []
        return self.visit.link(self.names[name], *given, **query)

    def go(self, name, **query):
        """A redirect there, so that a reload sends nothing twice. Returns HttpResponse."""
        given = [self.number, self.kind.value] if name == "page" else [self.number] if name == "question" else []
        return self.visit.go(self.names[name], *given, **query)

    def row(self):
        """What was given here, an Attachment or None."""
        return Attachment.objects.filter(draft=self.draft, question=self.asked, kind=self.kind).first()


def attach_page(place):
    """Show the page, or do what was pressed. `place`: Place. Returns HttpResponse."""
    request = place.visit.request
    if request.method != "POST":
        return show(place)
    if request.POST.get("go") == "delete":
        flows.detach(draft=place.draft, question=place.asked, kind=place.kind)
        return place.go("page", said="deleted", to=place.to)
    return store(place, request.FILES.get("file"), request.POST.get("go", "save"))


def store(place, file, go):
    """Keep a chosen file and go on, or say kindly why not. Returns HttpResponse."""
    if file is None:
        return leave(place, go) if go != "save" else show(place, error=attached.NO_FILE[place.kind], status=400)
    address = get_adapter(place.visit.request).get_client_ip(place.visit.request)
    try:
        flows.attach(draft=place.draft, question=place.asked, kind=place.kind, file=file, address=address)
    except ValidationError as error:
        return refused(place, error, go)
    except (OperationalError, OSError):  # a full or busy disk: nothing was stored, what was typed is safe (R3)
        return leave(place, go) if go == SAFE else show(place, error=attached.NO_ROOM, status=503)
    return place.go("page", said="saved", to=place.to) if go == "save" else leave(place, go)


def refused(place, error, go):
    """The page when a file was refused (`error`: ValidationError). Returns HttpResponse."""
    if go == SAFE:  # whoever is not safe gets there, whatever file they chose
        return leave(place, go)
    if error.code in ("gone", "not_open"):
        return place.go("question")  # which says so
    return show(place, error=error.messages[0], status=429 if error.code == "too_many" else 400)


def leave(place, go):
    """Where Next, Back and the presses in the Help lead. Returns HttpResponse."""
    if away := place.away(go):
        return away
    if go == "back":
        return place.go("question", to=place.to)
    if place.to:
        return place.go("check")
    if place.number < len(place.visit.questions):
        return place.visit.go(place.names["question"], place.number + 1)
    return place.visit.go(place.names["after"], *place.names.get("after_args", []))


def show(place, error="", status=200):
    """The page. `error`: str. Returns HttpResponse."""
    is_off = not attached.takes(place.asked, place.kind)
    if place.draws and not is_off:
        return place.visit.show("draw", status=status, form_id="draw", **around(place, error), **DRAWING)
    row, kind = place.row(), place.kind
    if row:
        waiting.ask_for(row)  # in case the worker was killed
    return place.visit.show(
        "attach",
        status=status,
        kind=kind.value,
        limits=attached.limits_of(kind),
        most_bytes=MOST_BYTES[kind],
        most_seconds=MOST_SECONDS.get(kind, 0),
        given=attached.shown(row, place.visit.link(place.names["file"], row.public_id)) if row else None,
        waiting=WAITING.get(kind),
        said="" if error or (row and not row.is_ready) else SAID.get(place.visit.request.GET.get("said"), ""),
        is_off=is_off,
        form_id="give",
        draw_href=place.link("page", to=place.to, draw="yes") if kind == attached.PICTURE else "",
        **around(place, error),
    )


def around(place, error):
    """What the page of a file and that of drawing both print. `error`: str. Returns a dict."""
    return {
        "texts": WORDS[place.kind],
        "title": "Draw a picture" if place.draws else WORDS[place.kind].title,
        "legend": place.visit.words_of(place.asked),
        "here": place.number,
        "stores": "save" if attached.takes(place.asked, place.kind) else "",
        "number": place.number,
        "total": len(place.visit.questions),
        "error": error,
        "errors": [{"id": "file", "text": error}] if error else [],
        "page_href": place.link("page", to=place.to),
        "question_href": place.link("question", to=place.to),
        "is_last": place.number == len(place.visit.questions),
        "to_check": bool(place.to),
    }


def file_of(request, rows, public_id):
    """The file of one of `rows` (queryset of Attachment), for somebody who may see them. Raises Http404."""
    row = rows.ready().filter(public_id=public_id).first()
    if row is None:
        raise Http404("There is no such file.")
    return serve(request, name=row.file, content_type=row.content_type, filename=row.filename)
