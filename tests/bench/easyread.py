"""script/bench easyread: the figures of F10, printed and written to data/bench-easyread.json.

What is measured against people's ratings and published texts needs a folder with them (docs/easy-read-check.md names
each); without it those figures are left out, and the table says so.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from itertools import groupby
from pathlib import Path

from easyread.rules import WARNING, check, measure, measure_sentences, measure_words
from easyread.rules.hardness import weights
from easyread.rules.problems import ERROR
from easyread.rules.splitter import sentences
from easyread.rules.tables import FOLDER
from easyread.rules.two_words import pair_weights
from tests.bench.figures import Figure, printed, written
from tests.easyread.rules.reading_labelled import figures as of_labelled
from tests.easyread.rules.worst import WORST

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
SIZES, TICK = (15_000, 60_000), 0.005  # signs; and what a clock of the processor can tell
# The bar for 2 words was measured on CompLex's test part, which is not among our files (docs/word-table.md).
WORD_BARS = {"CompLex trial, 1 word": 0.759, "CompLex trial, 2 words": 0.82, "CompLex test, 2 words": 0.82}
SAMPLE = "We met in Dover and we asked about the remuneration of the commissioners, which was agreed by 25% of carers. "
IN_A_NEW_PROCESS = """
import json, time
def memory():
    return int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS"))) / 1024
before, began = memory(), time.process_time()
import easyread.rules
seconds = time.process_time() - began
from easyread.rules.hardness import hardness
easyread.rules.check("The remuneration of software changes was agreed."); hardness("The remuneration was agreed.")
print(json.dumps([seconds, time.process_time() - began - seconds, memory() - before]))
"""


def main():
    """Measure, print, write. The exit code is 0: a bar that is not reached is told, not hidden."""
    parser = argparse.ArgumentParser(prog="script/bench easyread", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="the folder of ratings and pairs")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    found, left_out = with_data(options.data)
    found = [*own_figures(), *found]
    tell(found, left_out, options)


def with_data(folder):
    """What is measured on the data in `folder` (Path). Returns (list of Figure, names of what is not there)."""
    parts = {"lcp_single_trial.tsv": words, measure_sentences.PAIRS: texts}
    there = [name for name in parts if (folder / name).exists()]
    return [figure for name in there for figure in parts[name](folder)], [name for name in parts if name not in there]


def tell(found, left_out, options):
    """Print the figures `found` and what was `left_out` (list of str), and write them down."""
    missing = f"Left out, because {options.data} does not hold them: {', '.join(left_out)}." if left_out else ""
    path = Path(os.environ.get("DATA_DIR") or ROOT / "data") / "bench-easyread.json"
    written(found, path, left_out=left_out, load=f"{os.getloadavg()[0]:.1f}")
    if options.json:
        print(path.read_text())
        return
    print(printed(found))
    print("\n".join(line for line in (missing, f"Written to {path}") if line))


def own_figures():
    """What needs no data: labelled sentences, speed, the worst texts, import, memory, size. Yields Figures."""
    counts = list(of_labelled().values())
    bad, hit, good, let_go = (sum(row[n] for row in counts) for n in range(4))
    yield Figure("F10", "labelled: found, of those that should be", round(100 * hit / bad, 1), "%", note=f"{bad}")
    yield Figure("F10", "labelled: let go, of those that are right", round(100 * let_go / good, 1), "%", note=f"{good}")
    yield from speed()
    yield from worst()
    seconds, first, memory = in_a_new_process()
    yield Figure("F10", "import", round(seconds, 2), "s", 1)
    yield Figure("F10", "first check after it", round(first, 2), "s")
    yield Figure("F10", "memory added", round(memory), "MB", 120)
    size = sum(path.stat().st_size for path in FOLDER.iterdir()) / 1e6
    yield Figure("F10", "data in the package", round(size, 2), "MB", 8)


def speed(copies=200):
    """Words a second, and the slowest of 20 single sentences, on a text of ours."""
    text = (SAMPLE * 5 + "\n") * copies
    count = sum(len(one.words) for one in sentences(text))
    best = min(seconds_for(text) for _ in range(3))
    singles = sorted(seconds_for(f"{SAMPLE} {number}") for number in range(400))
    yield Figure("F10", "words a second", round(count / best), "", 10_000, at_most=False)
    yield Figure("F10", "1 sentence, slowest of 20", round(1000 * singles[380], 2), "ms", 5)


def worst():
    """The worst texts we know, each beside one 4 times as long; and the slowest of them at 1 MB. Yields Figures."""
    times = {
        piece: [min(seconds_for(piece * (size // len(piece))) for _ in range(2)) for size in SIZES] for piece in WORST
    }
    steep = max(times, key=lambda piece: times[piece][1] / max(times[piece][0], TICK))
    share = times[steep][1] / max(times[steep][0], TICK)
    what = f"{len(WORST)} worst kinds of text: 4 times as long takes"
    yield Figure("F10", what, round(share, 1), "×", 6, note=repr(steep[:12]))
    slow = max(times, key=lambda piece: times[piece][1])
    longest = seconds_for(slow * (1_000_000 // len(slow)))
    yield Figure("F10", "1 MB of the slowest of them", round(longest, 1), "s", note=repr(slow[:12]))


def seconds_for(text):
    """How long one check of `text` (str) takes, in seconds of the processor."""
    began = time.process_time()
    check(text)
    return time.process_time() - began


def in_a_new_process():
    """Seconds of importing, seconds of the first check, and memory (MB) in a process of its own."""
    done = subprocess.run([sys.executable, "-c", IN_A_NEW_PROCESS], cwd=ROOT, check=True, capture_output=True)
    return json.loads(done.stdout)


def words(folder):
    """How well the table of hard words agrees with people on words it did not learn from. Yields Figures."""
    for name, rows in measure_words.held_out(folder).items():
        value = round(measure_words.agreement(rows), 3)
        bar = WORD_BARS.get(name)
        yield Figure("F10", f"{name}: Pearson", value, "", bar, at_most=False, note=f"{len(rows)} rated")
    left_out, note = pair_weights()["left_out"], "1,517 pairs, left out in turn while learning"
    yield Figure("F10", "CompLex train, 2 words: Pearson", left_out["both"], note=note)
    yield Figure("F10", "the same by the mean of two words", left_out["mean of two"])


def texts(folder):
    """How well Easy Read is told from standard texts, and how many warnings each has. Yields Figures."""
    rated = measure_sentences.rate(measure_sentences.documents(folder / measure_sentences.PAIRS))
    held_out = {name: values for name, values in rated.items() if name.startswith(measure_sentences.HELD_OUT)}
    low, high = measure_sentences.limits(held_out)
    about = f"{len(held_out)} documents never learned from"
    sentence, whole = measure_sentences.of_sentences(held_out), measure_sentences.of_documents(held_out)
    note = f"{about}; {low:.2f} to {high:.2f} for other pairs"
    yield Figure("F10", "sentences told apart: AUC", round(sentence, 3), "", 0.87, at_most=False, note=note)
    yield Figure("F10", "documents told apart: AUC", round(whole, 3), "", 0.97, at_most=False, note=about)
    for stem, value in weights()["left_out"].items():
        yield Figure("F10", f"sentences of {stem}: AUC", value, "", note="learned without this pair")
    for kind, bar, at_most in (("easy", 0.30, True), ("standard", 1.0, False)):
        yield from problems(folder / measure_sentences.PAIRS, kind, bar, at_most)


def problems(folder, kind, bar, at_most):
    """Warnings and errors a sentence in all texts of a `kind`, "easy" or "standard". Yields Figures."""
    text = measure.read(folder, kind)
    count = len(sentences(text))
    levels = {level: len(list(group)) for level, group in groupby(sorted(one.level for one in check(text)))}
    name = "Easy Read" if kind == "easy" else "standard"
    value = round(levels.get(WARNING, 0) / count, 2)
    yield Figure("F10", f"warnings a sentence, {name}", value, "", bar, at_most=at_most, note=f"{count} sentences")
    yield Figure("F10", f"errors a sentence, {name}", round(levels.get(ERROR, 0) / count, 2))


if __name__ == "__main__":
    main()
