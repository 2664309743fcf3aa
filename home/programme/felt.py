"""What example voices say of the promise, when their plan has ended: *did this feel true?*"""

from datetime import timedelta

from engagement.decisions.felt import COUNTED, asked_until, standing
from engagement.decisions.models import Decision, FeltTrue
from engagement.voices.models import Voice

HOW = ("yes", "some", "yes", "no", "yes", "not_sure", "some")  # in turn
MOST = 40  # of one round: not everybody answers
WHY = {
    0: "They sent me the plan in Easy Read. I found my idea in it.",
    3: "You asked us, and then it went quiet for a long time.",
}


def load_felt(made, *, users):
    """Let the first example voices of each round of an ended plan say it, once. `made`: see demo.py."""
    for plan in made.values():
        decisions = list(Decision.objects.published().filter(proposal=plan["proposal"])) if plan["proposal"] else []
        for page in plan["rounds"].values():
            if page and standing(decisions, []) == COUNTED:
                load_round(page, asked_until(decisions), users.get("pmu"))


def load_round(page, until, reader):
    """The answers about one round (RoundPage); one that has some is left alone. `until`: date; `reader`: User."""
    if FeltTrue.objects.filter(voice__round=page).exists():
        return
    voices = Voice.objects.filter(round=page, is_example=True, is_group=False, taken_back_at=None).order_by("pk")
    for number, voice in enumerate(voices[:MOST]):
        given_at = voice.given_at.replace(year=until.year, month=until.month, day=until.day) - timedelta(days=9)
        felt = FeltTrue(voice=voice, answer=HOW[number % len(HOW)], given_at=given_at, why=WHY.get(number, ""))
        if felt.why and reader:
            felt.read_by, felt.read_at, felt.may_show = reader, given_at + timedelta(days=1), True
        felt.save()
