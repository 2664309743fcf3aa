"""script/bench: measures, prints a table, writes data/bench.json. docs/bench.md says what each figure means."""

import argparse
import importlib
import os
import shutil
import signal
import sys
import time
from contextlib import nullcontext

from . import place, postgres
from .figures import printed, written

PARTS = {
    "F1": ("reading", "measure_speed"),
    "F2": ("counting", "measure_queries"),
    "F3": ("counting", "measure_sending"),
    "F4": ("many", "measure_many"),
    "F6": ("readers", "measure_readers"),
    "F7": ("grown", "measure_growth"),
    "R4": ("grown", "measure_backup"),
    "F8": ("reading", "measure_sizes"),
}
ON_POSTGRESQL = ("F3", "F4", "F7")  # what a database changes; F5 comes with F4, and R4 copies SQLite's file
LONGEST = {True: 120, False: 600}  # seconds; parts that would begin later are left out, and the table says so


def main():
    """Run the parts that were asked for. The exit code is 0: a bar that is not reached is told, not hidden."""
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer of each, under 2 minutes")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"some of {' '.join(PARTS)}")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite", help="SQLite, or a new server")
    parser.add_argument("--voices", type=int, metavar="N", help="how many voices the big round of F7 has")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that servers of ours end with the bench
    on_postgres = options.database == "postgres"
    names = options.only or list(ON_POSTGRESQL if on_postgres else PARTS)
    with postgres.cluster() if on_postgres else nullcontext("") as database:
        folder = place.make_place(database)
        try:
            figures, left_out, seconds = measure(folder, names, options.quick, options.voices)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            close_connections()
    tell(figures, left_out, seconds, options)


def tell(figures, left_out, seconds, options):
    """Print the figures and write them down."""
    load = f"load {os.getloadavg()[2]:.1f} in the last 15 minutes"
    print(printed(figures))
    print(f"\n{seconds:.0f} seconds, {load}." + (f" Left out, for time: {', '.join(left_out)}." if left_out else ""))
    path = place.DATA / ("bench-postgres.json" if options.database == "postgres" else "bench.json")
    about = {"quick": options.quick, "database": options.database, "load": load}
    written(figures, path, seconds=round(seconds), left_out=left_out, **about)
    print(f"Written to {path}")


def close_connections():
    """Let go of the database, which ends with the bench."""
    from django.db import connections

    connections.close_all()


def measure(folder, names, quick, voices=None):
    """Run the named parts on the site in `folder`. Returns (list of Figure, names left out, seconds)."""
    started, figures, left_out = time.monotonic(), [], []
    story = place.make_content()
    for name in names:
        if time.monotonic() - started > LONGEST[quick]:
            left_out.append(name)
            continue
        print(f"→ Measuring {name}", flush=True)
        module, function = PARTS[name]
        more = {"voices": voices} if voices and name == "F7" else {}
        found = getattr(importlib.import_module(f"tests.bench.{module}"), function)(folder, story, quick, **more)
        print(printed(found), flush=True)  # so that they are not lost when a later part fails
        figures += found
    return figures, left_out, time.monotonic() - started


if __name__ == "__main__":
    main()
