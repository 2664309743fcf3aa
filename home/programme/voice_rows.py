"""The example voices as the data files write them: in words, or as short rows of choices alone."""

from dataclasses import dataclass, field

from engagement.voices.keys import key_of

STATES = ("not_sure", "not_said", "skipped")
SEVERAL = ["learning_disability", "autistic"]


@dataclass
class ExampleVoice:
    """One made-up voice, not in the database yet."""

    key: str
    provenance: str
    channel: str
    speaking: str
    days: int
    answers: dict
    group: int | None = None
    helped: str = ""
    publish: bool = True
    read: str = "shown"  # shown, kept_back, not_yet
    reason: str = ""
    name: str = ""  # its id in the data file, by which themes name it
    summary: dict = field(default_factory=dict)  # question → what a supporter understood, apart from the words
    support: dict = field(default_factory=dict)  # how the person was supported: fields of voices.Support

    @property
    def secret(self):
        """What a person's device would hold; fixed, so that it is one voice however often it is loaded."""
        return f"example/{self.key}"

    @property
    def draft_key(self):
        """By what the database knows it. Returns str."""
        return key_of(self.secret)

    @property
    def hour(self):
        """The hour of the day at which it was given, spread over the day."""
        return 9 + int(self.draft_key[:4], 16) % 10

    @property
    def about(self):
        """What the person told about themselves, as the voices' flows take it. Returns dict."""
        who = SEVERAL if self.speaking == "several" else [] if self.speaking == "not_said" else [self.speaking]
        return {"who": who, "helped": self.helped, "publish": bool(self.publish and self.name)}


def voices_of(round_row, round_key):
    """The voices of one round. `round_row`: its part of a data file; `round_key`: plan/round (str).

    Returns a list of ExampleVoice. Raises TypeError for a key that no voice has.
    """
    short = [dict(zip(round_row["columns"], row, strict=True)) for row in round_row["rows"]]
    told = [_short(row, f"{round_key}/row{n}") for n, row in enumerate(short)]
    return told + [_long(row, round_key) for row in round_row["voice"]]


def _short(row, key):
    about = {name: row.pop(name) for name in ("provenance", "channel", "speaking", "days")}
    return ExampleVoice(key=key, answers=row, **about)


def _long(row, round_key):
    more = {name: value for name, value in row.items() if name != "id"}
    return ExampleVoice(key=f"{round_key}/{row['id']}", name=row["id"], **more)
