"""The icon of each thing a choice can mean; a face has its word beside it, never alone (Q4)."""

from engagement.polls.models import Choice
from engagement.voices.models import AnswerChoice

ICONS = {
    Choice.Meaning.YES: "thumb-up",
    Choice.Meaning.NO: "thumb-down",
    Choice.Meaning.SAME: "same",
    Choice.Meaning.NOT_SURE: "not-sure",
    Choice.Meaning.GOOD: "face-good",
    Choice.Meaning.OK: "face-ok",
    Choice.Meaning.BAD: "face-bad",
}

# The piles into which people sort things (Q7), in their order.
PILES = {
    AnswerChoice.Pile.LIKE: "face-good",
    AnswerChoice.Pile.NOT_SURE: "not-sure",
    AnswerChoice.Pile.DISLIKE: "face-bad",
}
PILE_WORDS = {
    AnswerChoice.Pile.LIKE: "Like it",
    AnswerChoice.Pile.NOT_SURE: "Not sure",
    AnswerChoice.Pile.DISLIKE: "Do not like it",
}

# Said where a number of voices stands and its split by whose words they are must stay hidden (3.2, 3.9).
NO_SPLIT = ["We cannot show whose words they are.", "So nobody can be known."]
