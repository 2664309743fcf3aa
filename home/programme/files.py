"""Reading the data files: TOML, one file a subject."""

import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


def read(name, *, data=DATA):
    """The content of one data file. `name`: such as "papers.toml" (str). Returns dict.

    Raises ValueError with the file's name when it is not TOML.
    """
    try:
        return tomllib.loads((data / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name} cannot be read: {error}") from error


def read_each(pattern, *, data=DATA):
    """The content of every data file that fits. `pattern`: such as "bodies_*.toml" (str). Returns a list of dict."""
    return [read(path.relative_to(data).as_posix(), data=data) for path in sorted(data.glob(pattern))]
