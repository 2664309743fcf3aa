"""What a hard word means, as far as the site's list or the page knows: to be written by one press (W2)."""

from .places import sentence_at

W2 = "unexplained_hard_word"


def known_meanings(fields, lists):
    """The meanings that `lists` (Lists of the site) and the hard words in `fields` (list of Field) give.

    Returns a dict of the word in small letters to its meaning (str).
    """
    ours = {word.lower(): meaning for word, meaning in lists.glossary}
    text = {field.name: field.text for field in fields}
    hard = [field for field in fields if field.kind == "hard_word" and field.key == "word"]
    theirs = {field.text.strip().lower(): text.get(f"{field.part}-words", "").strip() for field in hard}
    return {word: meaning for word, meaning in (theirs | ours).items() if word and meaning}


def meaning_to_add(problem, text, meanings):
    """Where the meaning of a hard word can be written: in the next sentence. None when it is not known.

    `problem`: Problem in a `text` (str); `meanings`: dict as of `known_meanings`. Returns a dict: `word`, as the
    list has it; `words`, what it means; `place` (int), the end of the word's own sentence.
    """
    if problem.rule != W2:
        return None
    low = problem.text.lower()
    forms = (low, low.removesuffix("s"), low.removesuffix("'s"))
    word = next((form for form in forms if form in meanings), "")
    if not word:
        return None
    start, sentence = sentence_at(text, problem.start)
    words = as_sentence(problem.text, meanings[word])
    return {"word": word, "words": words, "place": start + len(sentence.rstrip())}


def as_sentence(word, meaning):
    """A `meaning` (str) as whole sentences; one that is only a few words begins with its `word` (str)."""
    if meaning[0].isupper() and meaning[-1] in ".!?":
        return meaning
    return f"{word[0].upper()}{word[1:]} means {meaning.rstrip('.')}."


def offers_for(fields, lists):
    """What `lists` (Lists of the site) say of the words in the hard word parts of `fields` (list of Field), where that
    part says something else or nothing yet. Returns a dict of the name of the field for the meaning to the meaning."""
    ours = {word.lower(): meaning for word, meaning in lists.glossary}
    text = {field.name: field.text for field in fields}
    offers = {}
    for field in fields:
        name, word = f"{field.part}-words", field.text.strip()
        known = ours.get(word.lower()) if field.kind == "hard_word" and field.key == "word" else None
        if known and name in text and " ".join(text[name].split()) != as_sentence(word, known):
            offers[name] = as_sentence(word, known)
    return offers
