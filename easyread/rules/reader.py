"""S5 pronoun: a text speaks to its reader, as you and we. It cannot know a text that is about somebody else."""

from .limits import SPOKEN_TO, SPOKEN_TO_FROM
from .problems import HINT, problem
from .word_sets import these

READER = these("you your yours yourself we our us i my me you're we're you'll we'll i'm")


def speaks_to_reader(sentences):
    """S5: a hint on the first sentence of a long text in which hardly any sentence says you or we."""
    full = [one for one in sentences if len(one.words) > 3]
    if len(full) < SPOKEN_TO_FROM:
        return
    spoken = sum(any(word.low in READER for word in one.words) for one in full)
    if spoken * SPOKEN_TO < len(full):
        message = "Speak to the reader in more sentences: write you and we."
        yield problem(full[0], 0, len(full[0].text), "S5 pronoun", HINT, message)
