"""Giving a whole voice at once: from a worker, a paper form or the made-up programme."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from ..about import cleaned_about
from ..given import Given
from ..keys import key_of, new_secret
from ..models import DraftAnswer, VoiceDraft
from ..permissions import check_was_open
from .closing import count_late
from .sending_rows import add_about, add_answers, add_card, new_voice


@dataclass
class Said:
    """What was said to one question, for `give_voice`. `choices`: Choice rows; the rest as in `save_answer`."""

    question: object
    choices: tuple = ()
    words: str = ""
    state: str = ""
    summary: str = ""
    provenance: str = ""
    printed: bool = False  # said on paper, where what has ended since still stands
    number: object = None
    piles: dict = field(default_factory=dict)
    turned: int | None = None

    def given(self):
        """What was said, cleaned and read. Returns a Given; raises ValidationError when a part cannot be read."""
        names = ("choices", "words", "state", "summary", "provenance", "printed", "number", "piles", "turned")
        return Given.of(self.question, **{name: getattr(self, name) for name in names})


@transaction.atomic
def give_voice(*, round, said, about=None, given_at=None, secret="", **how):
    """Store a whole voice at once, as a worker, a paper form or the made-up programme gives it.

    `round`: RoundPage. `said`: list of Said. `about`: dict as for `save_about`. `given_at`: datetime when it was said.
    `how`: channel, provenance, entered_by, is_example, is_group, people_present. Returns the Voice. All or nothing.
    """
    check_was_open(round, given_at or timezone.now())
    secret = secret or new_secret()
    draft = VoiceDraft(key=key_of(secret), round=round, about=cleaned_about(about or {}))
    voice = new_voice(draft, given_at or timezone.now(), how.pop("entered_by", None), how)
    add_answers(voice, [drafted(answer) for answer in said], voice.given_at)
    add_about(voice, draft.about, voice.given_at)
    add_card(voice, secret)
    count_late(voice=voice)
    return voice


def drafted(said):
    """One Said as a DraftAnswer that is not stored, checked as if the person had pressed Next."""
    given = said.given()
    state = given.checked_state(said.question, said.state, printed=said.printed)
    return DraftAnswer(question=said.question, state=state, **given.told(), **given.arranged())
