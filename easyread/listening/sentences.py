"""How a sentence is known again, here and in the browser (static/easyread/js/listen.js)."""

import hashlib
import unicodedata

STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def plain(text):
    """`text` (str) with straight quotes and single spaces: what looks the same is the same. Returns str."""
    return " ".join(unicodedata.normalize("NFC", text).translate(STRAIGHT).split())


def fingerprint_of(text):
    """The SHA-256 of a sentence as it is heard: 64 hexadecimal digits (str)."""
    return hashlib.sha256(plain(text).encode()).hexdigest()
