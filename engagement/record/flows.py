"""Adding to the record, and checking it."""

from django.db import transaction
from django.utils import timezone

from .models import FIRST, Entry, Head


@transaction.atomic
def append(*, fact, subject, data=None, commitment="", day=None):
    """Add one public fact to the end of the record.

    `fact`: str such as "round.opened". `subject`: UUID, the public id of what it is about. `data`: dict of public
    facts, never anything personal. `commitment`: 64 hexadecimal digits or "". `day`: date it happened (default today).
    Returns the Entry. Held by one locked row, so that entries made at once still form one chain (V1).
    """
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    entry = Entry(
        number=head.number + 1,
        day=day or timezone.localdate(),
        fact=fact,
        subject=subject,
        data=data or {},
        commitment=commitment,
        previous_seal=head.seal,
    )
    entry.seal = entry.computed_seal()
    entry.save()
    head.number, head.seal = entry.number, entry.seal
    head.save()
    return entry


def first_fault():
    """The number of the first entry that does not fit the chain, or None when all of it holds (V1)."""
    seal = FIRST
    for position, entry in enumerate(Entry.objects.order_by("number").iterator(), start=1):
        if entry.number != position or entry.previous_seal != seal or entry.seal != entry.computed_seal():
            return entry.number
        seal = entry.seal
    head = Head.objects.filter(id=1).first()
    if head and head.seal != seal:
        return head.number
    return None
