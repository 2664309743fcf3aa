"""Counts as dots that people can count: the same on a page and on paper (N2)."""

from dataclasses import dataclass

SIZES = (1, 5, 10, 50, 100, 500, 1000)  # what one dot may stand for
MOST = 50  # dots for one count: more cannot be counted


@dataclass(frozen=True)
class Dots:
    """`full` dots, perhaps half a one (`part`), and `rest` empty ones. One dot is `size`."""

    full: int
    part: bool
    rest: int
    size: int

    @property
    def all(self):
        """How many there are to draw (int)."""
        return self.full + self.part + self.rest


def dots_of(count, of=0):
    """`count` (int ≥ 0, exact) as Dots. `of`: a whole (int) of which the count is a part; the rest is empty dots."""
    size = next((size for size in SIZES if max(count, of) <= size * MOST), SIZES[-1])
    full, left = divmod(count, size)
    return Dots(full, bool(left), max(0, of // size - full - bool(left)), size)
