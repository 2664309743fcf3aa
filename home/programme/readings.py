"""Which words of the example voices were read, and which may be shown."""

from datetime import timedelta

from engagement.heard.flows import read_answer
from engagement.voices.models import Answer

NOT_ASKED = "The person did not say yes to showing these words."


def load_readings(page, told, reader):
    """Read each answer with words of voices that were just given, but for those that wait to be read.

    `page`: RoundPage; `told`: the voices (list of ExampleVoice); `reader`: User or None.
    """
    read = {voice.draft_key: voice for voice in told if voice.read != "not_yet"}
    if not reader or not read:
        return
    answers = Answer.objects.filter(voice__round=page, voice__draft_key__in=read).with_words().select_related("voice")
    for answer in answers:
        voice = read[answer.voice.draft_key]
        may_show = voice.publish and voice.read == "shown"
        reason = "" if may_show else voice.reason or NOT_ASKED
        on_next_day = answer.given_at + timedelta(days=1)
        read_answer(answer=answer, by=reader, may_show=may_show, reason=reason, at=on_next_day)
