"""The code on a paper form: 8 random digits and one that catches a slip of the finger.

The last digit is made by H. M. Damm's table: every single wrong digit, and every two neighbours that changed places,
give a code that is none. Nine digits in three groups, so that nobody takes it for the 8 digits of a card.
"""

import hashlib
import re
import secrets

DIGITS = 9
LOTS = 100
TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def check_digit(digits):
    """The digit that belongs after `digits` (str). Returns str."""
    at = "0"
    for digit in digits:
        at = TABLE[int(at)][int(digit)]
    return at


def new_code():
    """A new code for a form. Returns 9 digits (str)."""
    digits = "".join(secrets.choice("0123456789") for _ in range(DIGITS - 1))
    return digits + check_digit(digits)


def read_code(typed):
    """The code in what somebody typed: spaces and signs are forgiven. Returns 9 digits (str), or "" for no code."""
    digits = re.sub(r"[\s.\-–/]", "", typed or "")
    right = re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits, re.ASCII) and check_digit(digits) == "0"
    return digits if right else ""


def shown_code(code):
    """A `code` (str) as it is printed and read out, in three groups: 482 915 370 (N5)."""
    return " ".join(code[place : place + 3] for place in range(0, DIGITS, 3))


def lot_of(code):
    """The lot of a form with this `code` (str): 0 to 99, always the same. Which forms are checked follows from it."""
    return int(hashlib.sha256(code.encode()).hexdigest()[:8], 16) % LOTS
