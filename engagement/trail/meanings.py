"""The icon of each thing a choice can mean; a face has its word beside it, never alone (Q4)."""

from engagement.polls.models import Choice

ICONS = {
    Choice.Meaning.YES: "thumb-up",
    Choice.Meaning.NO: "thumb-down",
    Choice.Meaning.NOT_SURE: "not-sure",
    Choice.Meaning.GOOD: "face-good",
    Choice.Meaning.OK: "face-ok",
    Choice.Meaning.BAD: "face-bad",
}

# Said where a number of voices stands and its split by whose words they are must stay hidden (3.2, 3.9).
NO_SPLIT = ["We cannot show whose words they are.", "So nobody can be known."]
