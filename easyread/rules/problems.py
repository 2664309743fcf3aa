"""What a check hands back: one `Problem` for each thing that is hard to read."""

from dataclasses import asdict, dataclass

HINT, WARNING, ERROR = "hint", "warning", "error"
LEVELS = (HINT, WARNING, ERROR)

# Every rule name and the ids it may carry. The ids are those of the table of Easy Read rules.
RULES = {
    "long_sentence": ("S1",),
    "many_ideas": ("S2", "S8"),
    "passive": ("S3",),
    "double_negative": ("S4",),
    "symbol": ("S6",),
    "wordy": ("S9", "S10"),
    "hard_word": ("W1",),
    "unexplained_hard_word": ("W2",),
    "two_words_one_thing": ("W3",),
    "abbreviation": ("W4", "W6"),
    "idiom": ("W5",),
    "jargon": ("W7",),
    "pronoun": ("W8", "S5"),
    "contraction": ("W10",),
    "number_word": ("N1",),
    "percentage": ("N2",),
    "roman_numeral": ("N3",),
    "date_format": ("N4", "N5"),
    "capitals": ("L5",),
    "long_list": ("T5",),
    "cross_reference": ("T7",),
    "agree_question": ("Q3",),
    "missing_picture": ("P1",),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in a text that is hard to read, and where it is.

    `text` is always `given_text[start:end]`. `suggestion` is what to write in its place, or "".
    `part` is the number of the part (from 0) when a whole page was checked, and None otherwise.
    `choices`: other suggestions, the best first, when there are several.
    """

    rule: str
    id: str
    level: str
    start: int
    end: int
    text: str
    message: str
    suggestion: str = ""
    part: int | None = None
    choices: tuple[str, ...] = ()

    def as_dict(self):
        """The problem as plain values, ready for JSON. `part` and `choices` are left out when there are none."""
        values = asdict(self)
        if not self.choices:
            del values["choices"]
        if self.part is None:
            del values["part"]
        return values


def problem(sentence, start, end, name, level, message, suggestion="", choices=()):
    """A problem at `start:end` of one sentence, moved to its place in the whole text.

    `name` is "W4 abbreviation": the id and the rule's name.
    """
    rule_id, rule = name.split()
    shift = sentence.start
    words = sentence.text[start:end]
    return Problem(rule, rule_id, level, shift + start, shift + end, words, message, suggestion, None, choices)


def like(original, suggestion):
    """The suggestion with a capital letter first when the original words had one."""
    if original[:1].isupper() and suggestion:
        return suggestion[0].upper() + suggestion[1:]
    return suggestion
