"""How the record writes things down, so that everyone gets the same seal from the same facts (docs/record.md)."""

import hashlib
import json


def canonical(content):
    """The one text of `content` (dict, list, str, int, bool or None): JSON, sorted keys, no spaces. Returns str."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def seal_of(content):
    """SHA-256 of the canonical text of `content`. Returns 64 hexadecimal digits."""
    return sha256(canonical(content))


def sha256(text):
    """SHA-256 of an ASCII `text` (str), as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def commitment_of(*, salt, content):
    """What the record keeps of something it does not say: a seal that nobody can guess the content from.

    `salt`: 64 random hexadecimal digits, kept beside the content and erased with it. `content`: what is committed to.
    Returns 64 hexadecimal digits. Who has salt and content can prove later that they were these; without the salt
    the seal says nothing (DESIGN.md 6.10).
    """
    return sha256(f"{salt}\n{canonical(content)}")


def check_plain(value):
    """Raise TypeError unless `value` holds only dicts with str keys, lists, str, int, bool and None.

    A broken number or a tuple can come back from a database as something else, and the seal would no longer fit.
    """
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("The names of public facts are text.")
        for part in value.values():
            check_plain(part)
    elif isinstance(value, list):
        for part in value:
            check_plain(part)
    elif not (value is None or isinstance(value, (str, int))):
        raise TypeError(f"Public facts are text, whole numbers, yes or no, not {type(value).__name__}.")
