"""A look at every row of a spreadsheet before anything is made: the same look before and while it is imported."""

from dataclasses import dataclass, field

from ..models import ImportedRow
from .rows import Reader
from .sheets import rows_of

MOST_PROBLEMS = 1000  # that are kept and shown; all are counted
AT_ONCE = 500  # keys that are asked for in one query


@dataclass
class Look:
    """What was seen. `new`: list of RowSaid; `problems`: list of (row, column, sentence)."""

    rows: int = 0
    new: list = field(default_factory=list)
    known: int = 0
    empty: int = 0
    wrong: int = 0
    problems: list = field(default_factory=list)


def look_at(sheet, questions):
    """Every row of a `sheet` (Import) as it would be made now. Returns a Look. Raises ValidationError for the file."""
    reader = Reader(
        round=sheet.round,
        organisation=sheet.organisation,
        columns=sheet.columns,
        mapping=sheet.mapping,
        questions=questions,
    )
    look, rows = Look(), rows_of(bytes(sheet.file.data))
    next(rows, None)  # the names of the columns
    for number, cells in rows:
        look.rows += 1
        said = reader.read(number, cells)
        if reader.wrong:
            look.wrong += len(reader.wrong)
            look.problems += [(number, *told) for told in reader.wrong][: MOST_PROBLEMS - len(look.problems)]
        elif said.is_empty:
            look.empty += 1
        else:
            look.new.append(said)
    known = known_keys(sheet, [said.key for said in look.new])
    look.known = len(known)
    look.new = [said for said in look.new if said.key not in known]
    return look


def known_keys(sheet, keys):
    """Those of `keys` (list of str) that were imported before in this round for this organisation. A set."""
    before = ImportedRow.objects.filter(organisation=sheet.organisation_id, round=sheet.round_id)
    found = set()
    for start in range(0, len(keys), AT_ONCE):
        found |= set(before.filter(key__in=keys[start : start + AT_ONCE]).values_list("key", flat=True))
    return found
