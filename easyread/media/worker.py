"""Opens one file that somebody sent and writes it anew. A process of its own, with little memory and little time (S3).

    python -I worker.py picture|sound|film LIMITS.json INPUT [OUTPUT]

It knows neither Django nor the site: whatever a bad file does to it, it has nothing to give away. It prints one JSON
object: what it wrote, or `refused` with the reason. Without OUTPUT it only takes a first look.
"""

import json
import os
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # -I leaves it out


class Refused(Exception):
    """Why a file is not taken; its text is a key of cleaning.SENTENCES."""


def hold_back(limits):
    """Let this process use no more memory, time and disk than `limits` (dict) says."""
    for name, most in (("RLIMIT_AS", "memory"), ("RLIMIT_CPU", "work"), ("RLIMIT_FSIZE", "written")):
        resource.setrlimit(getattr(resource, name), (limits[most], limits[most]))
    os.nice(limits["nice"])  # pages come first
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no copy of the memory on the disk


def write_anew(kind, source, target, limits):
    """Open the file at `source` as `kind` and write it anew at `target` (str each). Returns a dict of facts."""
    if kind == "picture":
        from pixels import write_picture as write
    elif kind == "sound":
        from frames import write_sound as write
    else:
        from films import write_film as write
    return write(source, target, limits)


def look_into(kind, source, limits):
    """Whether the file at `source` (str) can be opened as `kind`, from its beginning alone. Returns {}."""
    from films import look

    look(kind, source, limits)
    return {}


def main(kind, limits, source, target=""):
    """Print what came of it. Returns the exit code (int)."""
    limits = json.loads(Path(limits).read_text())
    hold_back(limits)
    try:
        facts = write_anew(kind, source, target, limits) if target else look_into(kind, source, limits)
    except ImportError:
        facts = {"refused": "off"}
    except MemoryError:
        facts = {"refused": "large"}
    except Refused as reason:
        facts = {"refused": str(reason)}
    print(json.dumps(facts))
    return 0


if __name__ == "__main__":
    sys.modules.setdefault("worker", sys.modules["__main__"])  # so that Refused is the same one in every module
    sys.exit(main(*sys.argv[1:5]))
