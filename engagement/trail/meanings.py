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
