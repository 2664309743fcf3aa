"""Writes a set or a row of words the short way."""


def these(words):
    """The words of one line as a set."""
    return frozenset(words.split())


def in_order(words):
    """The words of one line in their order."""
    return tuple(words.split())
