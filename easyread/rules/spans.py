"""Whether a place in a text lies inside one of many spans, quickly however many there are."""

from bisect import bisect_right


class Spans:
    """A set of `(start, end)` spans; those that overlap are joined. Ask with `place in spans`."""

    def __init__(self, spans=()):
        self.starts, self.ends = [], []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, place):
        number = bisect_right(self.starts, place) - 1
        return number >= 0 and place < self.ends[number]

    def cover(self, start, end):
        """Whether `start:end` lies wholly inside one span."""
        number = bisect_right(self.starts, start) - 1
        return number >= 0 and end <= self.ends[number]
