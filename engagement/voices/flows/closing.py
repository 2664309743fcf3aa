"""Keeping what a closed round came to: counted from rows once, and with it what came late (6.5, F7)."""

from django.db import transaction

from ..bands import edges_of
from ..cells import added, amounts_of, cells_of
from ..models import ClosingCounts
from ..permissions import has_closed

TRIES = 3  # counts while voices come late; then the last count is shown and nothing is kept


def keep_counts(*, round, again=False):
    """Count a closed `round` (RoundPage) from its rows and keep that. Returns its cells, a list.

    The counting stands outside the transaction: a million rows take a while, and nobody's voice may wait for it. What
    came late meanwhile is seen by the number `late`, and then it is counted once more. `again`: also when it is kept.
    """
    for _ in range(TRIES):
        kept, _ = ClosingCounts.objects.get_or_create(round=round)
        if is_kept(kept, round) and not again:
            return kept.cells
        cells = added(cells_of(round))
        same = ClosingCounts.objects.filter(pk=kept.pk, late=kept.late)
        if same.update(cells=cells, closes_on=round.closes_on, bands=kept_bands(kept.bands, cells)):
            break
    return cells


def kept_bands(before, cells):
    """Between which edges the amounts in `cells` are shown: a dict of question (str) to edges.

    `before`: those that were shown earlier, which stay: from the same amounts in other bands somebody could work out
    what lies between the edges (docs/counting.md).
    """
    stay = {question: edges for question, edges in before.items() if edges}
    return {str(question): edges_of(counts) for question, counts in amounts_of(cells).items()} | stay


def is_kept(kept, round):
    """Whether `kept` (ClosingCounts or None) holds the counts of `round` (RoundPage) as it closed. Returns bool."""
    return kept is not None and kept.cells is not None and kept.closes_on == round.closes_on


@transaction.atomic(savepoint=False)  # sending is a transaction already; a savepoint would be 2 queries more (F3)
def count_late(*, voice):
    """Add a `voice` (Voice) that came when its round had closed, such as one from a paper form. No query otherwise."""
    if not has_closed(voice.round):
        return
    kept = held_counts(voice.round)
    if is_kept(kept, voice.round):
        kept.cells = added(kept.cells, cells_of(voice.round, pk=voice.pk))
        kept.bands = kept_bands(kept.bands, kept.cells)
    kept.late += 1
    kept.save()


@transaction.atomic(savepoint=False)
def count_changed(*, voice, before):
    """Put a `voice` (Voice) that staff put right after its round closed into the kept counts. `before`: its cells then.

    Only this voice's own cells move, so what the round came to otherwise stands as everybody saw it.
    """
    if not has_closed(voice.round):
        return
    kept = held_counts(voice.round)
    if is_kept(kept, voice.round):
        gone = [[*cell, -count] for *cell, count in before]
        kept.cells = added(kept.cells, gone, cells_of(voice.round, pk=voice.pk))
        kept.bands = kept_bands(kept.bands, kept.cells)
    kept.late += 1
    kept.save()


@transaction.atomic
def forget_counts(*, round):
    """Let a `round` (RoundPage) be counted anew: many of its voices came or went that no flow counted."""
    kept = held_counts(round)
    kept.cells, kept.late = None, kept.late + 1
    kept.save()


def held_counts(round):
    """The ClosingCounts of a round, held until this transaction ends."""
    kept, _ = ClosingCounts.objects.get_or_create(round=round)
    return ClosingCounts.objects.select_for_update().get(pk=kept.pk)
