"""The secret of a voice and all that is made from it (docs/answering.md).

Only the person's device holds the secret. The database holds hashes of it, so nobody who reads the database can open
anybody's words. The card is made from the same secret, so the same voice always shows the same card (R2).
"""

import base64
import hashlib
import hmac
import re
import secrets

from django.conf import settings
from django.utils import timezone

CODE_DIGITS = 8
# Things that most people know and that look different from each other; each is an idea of the picture bank.
CARD_IDEAS = (
    "bus", "tree", "key", "cup-of-tea", "dog", "flower", "clock", "house-with-garden", "fruit", "football", "bicycle",
    "cake", "cat", "train", "coat", "shoes", "chair", "door", "rain", "beach", "bread", "present", "glasses", "books",
)  # fmt: skip


def new_secret():
    """A new secret for one voice. Returns str, 43 characters that fit in a cookie."""
    return secrets.token_urlsafe(32)


def key_of(secret):
    """What the database knows of a `secret` (str): its SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def link_token_of(secret):
    """The token of the long link of a voice with `secret` (str). Returns str of 43 characters."""
    digest = hashlib.sha256(b"card:" + secret.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def back_token_of(secret):
    """The token of the card of *Stop now* for answers with `secret` (str). Returns str of 43 characters."""
    digest = hashlib.sha256(b"back:" + secret.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def sealed(secret, token):
    """A `secret` (str) closed with a `token` (str) that only the card holds, as hexadecimal digits.

    The token is made from the secret itself, so it closes no other: a pad that is used once.
    """
    words = secret.encode()
    return bytes(a ^ b for a, b in zip(words, pad_of(token, len(words)), strict=True)).hex()


def opened(closed, token):
    """The secret (str) in what `sealed` gave (`closed`, str), opened with its `token` (str)."""
    signs = bytes.fromhex(closed)
    return bytes(a ^ b for a, b in zip(signs, pad_of(token, len(signs)), strict=True)).decode()


def pad_of(token, length):
    """As many bytes as `length` (int), made from a `token` (str)."""
    return hashlib.shake_256(b"seal:" + token.encode()).digest(length)


def new_code():
    """A short code for a card, 8 digits. It shows the trail of the round and nothing of the person. Returns str."""
    return "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))


def read_code(typed):
    """The code in what a person typed: spaces and signs are forgiven. Returns 8 digits (str), or "" for no code."""
    digits = re.sub(r"[\s.\-–/]", "", typed or "")
    return digits if re.fullmatch(rf"[0-9]{{{CODE_DIGITS}}}", digits, re.ASCII) else ""


def shown_code(code):
    """A `code` (str) as it is shown and read out, in two groups: 4829 1537 (N5)."""
    return f"{code[:4]} {code[4:]}"


def card_ideas(key):
    """The three different ideas on the card of the voice with `key` (str), always the same. Returns a list of str."""
    left, number, chosen = list(CARD_IDEAS), int(key[:16], 16), []
    for _ in range(3):
        number, place = divmod(number, len(left))
        chosen.append(left.pop(place))
    return chosen


def turn_of(key, question):
    """How far the choices of a `question` (Question) are turned round for the draft with `key` (str). Returns int.

    People tend to take the last thing they heard, so the order differs by person and stays for one person (Q3).
    """
    return int(hashlib.sha256(f"{key}:{question.public_id}".encode()).hexdigest()[:8], 16)


def place_of(key, public_id):
    """Where the idea with `public_id` (UUID) stands for the person whose draft has `key` (str): text to sort by.

    Each person's order is another one, as if shuffled, and it stays: it is made anew from the key that the voice keeps
    (Q3). A new idea takes its own place and moves no other. When it came plays no part.
    """
    return hashlib.sha256(f"{key}:{public_id}".encode()).hexdigest()


def address_key(address, what="start"):
    """What is kept of a network `address` (str) for one hour of counting: a keyed hash, never the address (S6).

    `what`: the thing that is counted, so that each is counted by itself.
    """
    return counting_key(f"{timezone.now():%Y-%m-%d %H}", what, address)


def counting_key(*parts):
    """A keyed hash of `parts` (str) that tells nothing of them, for counting how often something was done."""
    return hmac.new(settings.SECRET_KEY.encode(), " ".join(parts).encode(), "sha256").hexdigest()
