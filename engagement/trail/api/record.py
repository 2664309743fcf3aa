"""The public record as open data: in pages for programs, and whole as the file that anyone can check (V1)."""

from datetime import date
from typing import Any

from django.http import StreamingHttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from ninja import Query, Router, Schema
from ninja.decorators import decorate_view

from engagement.record.flows import head_of, lines
from engagement.record.models import Entry

router = Router(tags=["record"])
AT_ONCE = 500


class EntryOut(Schema):
    """One public fact, with its seal."""

    number: int
    day: date
    fact: str
    subject: str
    data: dict[str, Any]
    commitment: str
    previous_seal: str
    seal: str


class RecordOut(Schema):
    """Some entries, and the last number and seal of the whole record."""

    last_number: int
    last_seal: str
    file: str
    items: list[EntryOut]
    next: str | None


@router.get("/record", response=RecordOut, summary="The public record, oldest entry first")
@decorate_view(never_cache)  # the record grows without a change of any page
def list_entries(request, after: int = Query(0, ge=0, description="Entries with a higher number than this.")):
    """Up to 500 entries. To check the chain, take the whole file: /api/record.jsonl."""
    number, seal = head_of()
    entries = list(Entry.objects.filter(number__gt=after, number__lte=number).order_by("number")[:AT_ONCE])
    last = entries[-1].number if entries else number
    return {
        "last_number": number,
        "last_seal": seal,
        "file": "/api/record.jsonl",
        "items": [entry.content() | {"seal": entry.seal} for entry in entries],
        "next": f"/api/record?after={last}" if last < number else None,
    }


@never_cache
@require_safe
def record_file(request):
    """The whole record, one entry a line, as script/verify_record checks it. Memory stays flat."""
    response = StreamingHttpResponse(lines(), content_type="application/jsonl")
    response["Content-Disposition"] = 'attachment; filename="record.jsonl"'
    return response
