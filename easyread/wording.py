"""The Easy Read words of a page, and what the rules find wrong in them: the other half of the label (DESIGN.md 6.8)."""

from .conf import is_english
from .lists import site_lists
from .rules import ERROR, check

# Where words stand in the raw data of a block. Standard words, kinds and pictures stand under other names.
EASY_KEYS = ("title", "word", "words", "text", "help", "good_points", "bad_points")
LISTS = ("options", "steps", "choices", "dates", "shares", "counts")
THEIR_WORDS = ("quote",)  # said by people, shown as they said them


def easy_words(page):
    """Every Easy Read sentence of a `page` (EasyReadPage), a line each, as a list of str."""
    texts = [getattr(page, name) for name in page.easy_fields]
    for name in page.easy_streams:
        ours = [block for block in getattr(page, name).raw_data if block["type"] not in THEIR_WORDS]
        texts += [text for block in ours for text in words_in(block["value"])]
    return [line.strip() for text in texts for line in (text or "").splitlines() if line.strip()]


def words_in(raw):
    """The Easy Read texts in the raw data of a block, in order, as a list of str."""
    if isinstance(raw, str):
        return [raw]
    values = raw.get("value", raw)  # an item of a list
    if isinstance(values, str):
        return [values]
    found = [values[name] for name in EASY_KEYS if isinstance(values.get(name), str)]
    return found + [text for name in LISTS for item in values.get(name) or [] for text in words_in(item)]


def hard_words(page):
    """The hard words that a `page` (EasyReadPage) explains, as a list of str."""
    blocks = page.easy_read.raw_data
    return [block["value"]["word"] for block in blocks if block["type"] == "hard_word"]


def errors_of(page):
    """What the rules find wrong in the Easy Read words of a `page` (EasyReadPage), as a list of Problem.

    Empty for a page in another language: the rules know English alone.
    """
    if not is_english(page.locale.language_code):
        return []
    found = check("\n".join(easy_words(page)), glossary=hard_words(page), lists=site_lists())
    return [problem for problem in found if problem.level == ERROR]


def errors_in_version(revision):
    """The same for the version that a `revision` (Revision) holds."""
    return errors_of(revision.as_object())


def errors_in_words(words, language=None):
    """What the rules find wrong in a few `words` (str), as a list of Problem; empty where they are not English.

    `language`: str, such as "de"; None for the site's own.
    """
    if not is_english(language):
        return []
    return [problem for problem in check(words, lists=site_lists()) if problem.level == ERROR]
