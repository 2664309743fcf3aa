"""Adding to the record, and checking it."""

from django.db import transaction
from django.utils import timezone

from .models import FIRST, Entry, Head
from .sealing import check_plain

EXAMPLE = "Example. This did not happen."  # stands in the data of each fact about something made up


def append(*, fact, subject, data=None, commitment="", day=None, example=False):
    """Add one public fact to the end of the record.

    `fact`: str such as "round.opened". `subject`: UUID, the public id of what it is about. `data`: dict of public
    facts, never anything personal. `commitment`: 64 hexadecimal digits or "". `day`: date it happened (default today).
    `example`: whether it is about something made up, which the data then says. Returns the Entry.
    Raises TypeError for data that a database may give back changed.
    """
    fact = {"fact": fact, "subject": subject, "data": data or {}, "commitment": commitment, "day": day}
    fact["example"] = example
    return append_all(facts=[fact])[0]


@transaction.atomic
def append_all(*, facts):
    """Add many public facts in their order, with few queries. `facts`: list of dicts as `append` takes them.

    Returns the list of Entry. Held by one locked row, so that entries made at once still form one chain (V1).
    """
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    entries = [sealed(head, **fact) for fact in facts]
    Entry.objects.bulk_create(entries, batch_size=500)
    head.save()
    return entries


def sealed(head, *, fact, subject, data=None, commitment="", day=None, example=False):
    """The next entry after `head` (Head), not stored yet; `head` then stands at it. Returns the Entry."""
    data = (data or {}) | ({"example": EXAMPLE} if example else {})
    check_plain(data)
    entry = Entry(
        number=head.number + 1,
        day=day or timezone.localdate(),
        fact=fact,
        subject=subject,
        data=data,
        commitment=commitment,
        previous_seal=head.seal,
    )
    entry.seal = entry.computed_seal()
    head.number, head.seal = entry.number, entry.seal
    return entry


def head_of(using="default"):
    """The last number and seal of the chain in the database `using` (str), as a tuple (int, str)."""
    return Head.objects.using(using).values_list("number", "seal").first() or (0, FIRST)


def first_fault(using="default"):
    """The number of the first entry that does not fit the chain, or None when all of it holds (V1).

    `using`: the database to look at (str), so that a copy can be checked before it is put in place.
    """
    seal, number = FIRST, 0
    for entry in Entry.objects.using(using).order_by("number").iterator():
        fits = entry.number == number + 1 and entry.previous_seal == seal
        if not fits or entry.seal != entry.computed_seal():
            return entry.number
        seal, number = entry.seal, entry.number
    head_number, head_seal = head_of(using)
    return None if (head_number, head_seal) == (number, seal) else max(head_number, number)


def lines(until=None):
    """The record as lines of its public file, oldest first, without holding more than a few at once.

    `until`: the last number (int; default: all there is now). Yields str; each ends with a line's end.
    """
    last = head_of()[0] if until is None else until
    for entry in Entry.objects.filter(number__lte=last).order_by("number").iterator():
        yield entry.line() + "\n"


def entries_of(*, fact, subjects):
    """The newest entry with a `fact` (str) about each of `subjects` (public ids): a dict UUID → Entry. One query."""
    return {
        entry.subject: entry for entry in Entry.objects.filter(fact=fact, subject__in=list(subjects)).order_by("number")
    }
