"""Whether words are part of a name, by their capital letters alone."""


def in_name(words, start, end):
    """Whether words `start:end` are part of a name: a capital letter not only due to a new sentence."""
    if not words[start].text[:1].isupper():
        return False
    if start > 0:
        return True
    return end < len(words) and words[end].text[:1].isupper()
