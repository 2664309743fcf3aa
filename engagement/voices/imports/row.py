"""One row of a spreadsheet while it is read: its cells by what their columns are, and what is wrong with it."""


class Row:
    """The cells of one row. `wrong`: list of (column, sentence), at most one for each column.

    `columns`: the names of the columns (list of str). `places`: dict of a target to its column's place (int).
    """

    def __init__(self, cells, *, columns, places):
        self.cells, self.columns, self.places, self.wrong = cells, columns, places, []

    def say(self, place, sentence):
        """Something is wrong in the column at `place` (int, or None for the whole row)."""
        told = (self.columns[place] if place is not None else "", sentence)
        if not any(column == told[0] for column, _ in self.wrong):
            self.wrong.append(told)

    def place_of(self, target):
        """The place (int) of the column with a `target` (str), or None."""
        return self.places.get(target)

    def cell(self, target):
        """What the column with a `target` (str) says in this row, without spaces around it. Returns str."""
        return self.exactly(self.places.get(target)).strip()

    def exactly(self, place):
        """What the column at `place` (int or None) says, every sign of it. Returns str."""
        return str(self.cells[place]) if place is not None and place < len(self.cells) else ""
