"""Every number the checks use, in one place. The reasons are in docs/easy-read-check.md."""

# S1: words in a sentence. More than this many is a hint, a warning, an error.
WORDS_HINT, WORDS_WARNING, WORDS_ERROR = 15, 20, 25

# S2: verbs with a subject. This many in one sentence is a hint, a warning.
VERBS_HINT, VERBS_WARNING = 3, 4

# S3: words that may stand between "is" and "decided", as in "is not yet always decided".
PASSIVE_GAP = 3

# W1: how hard a word is (0 to 99, docs/word-table.md). This much is a hint, a warning.
DIFFICULTY_HINT, DIFFICULTY_WARNING = 34, 40
# Two words that are each below both: this much together is a hint, and never more.
TOGETHER_HINT = 40

# W4 and L5: a run of capital letters longer than this is shouting, not initials.
INITIALS = 6

# N2: a number above this is very big, unless it is money.
BIG_NUMBER = 1000

# T5: points in one list.
LIST_POINTS = 6

# S5: in a text of at least this many sentences, 1 in this many should say you or we.
SPOKEN_TO_FROM, SPOKEN_TO = 10, 8
