"""What is seen and what is heard of a film, each written as it is kept. Runs inside worker.py, without Django."""

from fractions import Fraction

from av.filter import Graph
from frames import RATE
from worker import Refused

KEPT = {
    "flags": "+bitexact",
    "preset": "veryfast",
    "crf": "27",
    "maxrate": "900k",
    "bufsize": "1800k",
    "profile": "main",
    "tune": "zerolatency",
}
AS_HEARD = {"layout": "mono", "bit_rate": 64_000, "options": {"flags": "+bitexact"}}
TURNS = {
    90: [("transpose", "cclock")],
    180: [("hflip",), ("vflip",)],
    270: [("transpose", "clock")],
}  # by what its camera wrote


class Pictures:
    """What is seen: upright, smaller, so many frames a second."""

    def __init__(self, made, first, limits):
        self.made, self.rate, self.most, self.count = made, limits["frames"], limits["seconds"], 0
        self.look = look_of(first)
        turns = TURNS.get(round(first.rotation) % 360, [])
        size = smaller(first.width, first.height, limits["side"])
        self.size = size[::-1] if turns and turns[0][0] == "transpose" else size
        self.graph = self.way(first, [("scale", "{}:{}".format(*size)), *turns, ("format", "yuv420p")])
        self.stream = made.add_stream("libx264", rate=self.rate, options=KEPT)
        self.stream.width, self.stream.height = self.size
        self.stream.pix_fmt, self.stream.codec_context.thread_count = "yuv420p", 1

    def way(self, first, steps):
        """The way of frames such as the `first` one through `steps` (list of name and how). Returns a Graph."""
        graph, steps = Graph(), [("fps", f"{self.rate}:start_time=0"), *steps]
        begin = graph.add_buffer(width=first.width, height=first.height, format=first.format, time_base=first.time_base)
        graph.link_nodes(begin, *(graph.add(*step) for step in steps), graph.add("buffersink")).configure()
        return graph

    @property
    def seconds(self):
        return self.count / self.rate

    def take(self, frame):
        """Write one more `frame`; one that looks other than the first is left out."""
        if look_of(frame) == self.look:
            self.graph.push(frame)
            self.write()

    def write(self):
        """Write what has come through."""
        while True:
            try:
                frame = self.graph.pull()
            except (BlockingIOError, EOFError):
                return
            frame.pts, frame.time_base = self.count, Fraction(1, self.rate)
            frame.pict_type = 0  # ours to choose
            self.count += 1
            if self.seconds > self.most:
                raise Refused("long")
            self.made.mux(self.stream.encode(frame))

    def end(self):
        """Write what is left."""
        self.graph.push(None)
        self.write()
        self.made.mux(self.stream.encode(None))


def look_of(frame):
    """What must stay the same in a film: the size of a `frame`, and how its colours are kept."""
    return frame.width, frame.height, frame.format.name


def smaller(width, height, side):
    """A size (int, int) in the same shape, no larger than `side` (int) and in even numbers, as H.264 needs."""
    by = min(1, side / max(width, height))
    return tuple(max(2, round(length * by) // 2 * 2) for length in (width, height))


class Sounds:
    """What is heard: as a sound is kept, in step with what is seen."""

    def __init__(self, made):
        self.made, self.stream = made, made.add_stream("aac", rate=RATE, **AS_HEARD)
        self.graph = self.look = None

    def begin(self, frame):
        """Make the way of frames such as this first `frame`."""
        self.look = (frame.sample_rate, frame.layout.name, frame.format.name)
        graph = Graph()
        rate, layout, name = self.look
        begin = graph.add_abuffer(sample_rate=rate, layout=layout, format=name, time_base=frame.time_base)
        in_step = graph.add("aresample", f"{RATE}:async=1:first_pts=0")
        ours = graph.add("aformat", f"sample_rates={RATE}:channel_layouts=mono:sample_fmts=fltp")
        graph.link_nodes(begin, in_step, ours, graph.add("abuffersink")).configure()
        self.graph = graph

    def take(self, frame):
        """Write one more `frame`; one that is other than the first is left out."""
        if self.graph is None:
            self.begin(frame)
        if (frame.sample_rate, frame.layout.name, frame.format.name) == self.look:
            self.graph.push(frame)
            self.write()

    def write(self):
        """Write what has come through."""
        while True:
            try:
                self.made.mux(self.stream.encode(self.graph.pull()))
            except (BlockingIOError, EOFError):
                return

    def end(self):
        """Write what is left."""
        if self.graph is not None:
            self.graph.push(None)
            self.write()
        self.made.mux(self.stream.encode(None))
