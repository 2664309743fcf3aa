"""What was measured: each figure beside its bar, as a table for people and as JSON for programs."""

import json
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime


@dataclass
class Figure:
    """One measured number. `bar`: the number to reach (None: there is none), `at_most`: whether less is better."""

    id: str
    what: str
    value: float
    unit: str = ""
    bar: float | None = None
    at_most: bool = True
    note: str = ""

    @property
    def reached(self):
        """Whether the bar is reached; None without one."""
        if self.bar is None:
            return None
        return self.value <= self.bar if self.at_most else self.value >= self.bar


def printed(figures):
    """The figures as a table. Returns str."""
    lines = []
    for figure in figures:
        sign = "" if figure.bar is None else f"{'≤' if figure.at_most else '≥'} {figure.bar:g} {figure.unit}".strip()
        mark = {True: "yes", False: "NO", None: ""}[figure.reached]
        lines.append((figure.id, figure.what, f"{figure.value:g} {figure.unit}".strip(), sign, mark, figure.note))
    rows = [("bar", "what", "measured", "to reach", "reached", "note"), *lines]
    widths = [max(len(row[n]) for row in rows) for n in range(5)]
    return "\n".join("  ".join([*(row[n].ljust(widths[n]) for n in range(5)), row[5]]).rstrip() for row in rows)


def written(figures, path, **about):
    """Write the figures to `path` (Path) as JSON, with the day and the machine. `about`: more values."""
    content = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {platform.python_implementation()} {platform.python_version()}",
        **about,
        "figures": [asdict(figure) | {"reached": figure.reached} for figure in figures],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n")
