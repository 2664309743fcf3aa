"""script/bench: measures, prints a table, writes data/bench.json. docs/bench.md says what each figure means."""

import argparse
import importlib
import shutil
import time

from . import place
from .figures import printed, written

PARTS = {
    "F1": ("reading", "measure_speed"),
    "F2": ("counting", "measure_queries"),
    "F3": ("counting", "measure_sending"),
    "F4": ("many", "measure_many"),
    "F7": ("grown", "measure_growth"),
    "R4": ("grown", "measure_backup"),
    "F8": ("reading", "measure_sizes"),
}
LONGEST = {True: 120, False: 600}  # seconds; parts that would begin later are left out, and the table says so


def main():
    """Run the parts that were asked for. The exit code is 0: a bar that is not reached is told, not hidden."""
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer of each, under 2 minutes")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"some of {' '.join(PARTS)}")
    options = parser.parse_args()
    folder = place.make_place()
    try:
        figures, left_out, seconds = measure(folder, options.only or list(PARTS), options.quick)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(printed(figures))
    print(f"\n{seconds:.0f} seconds." + (f" Left out, for time: {', '.join(left_out)}." if left_out else ""))
    path = place.DATA / "bench.json"
    written(figures, path, quick=options.quick, seconds=round(seconds), left_out=left_out)
    print(f"Written to {path}")


def measure(folder, names, quick):
    """Run the named parts on the site in `folder`. Returns (list of Figure, names left out, seconds)."""
    started, figures, left_out = time.monotonic(), [], []
    story = place.make_content()
    for name in names:
        if time.monotonic() - started > LONGEST[quick]:
            left_out.append(name)
            continue
        print(f"→ Measuring {name}", flush=True)
        module, function = PARTS[name]
        figures += getattr(importlib.import_module(f"tests.bench.{module}"), function)(folder, story, quick)
    return figures, left_out, time.monotonic() - started


if __name__ == "__main__":
    main()
