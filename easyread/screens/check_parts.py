"""Checking one page: where it begins, and one part at a time (T9)."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from .. import flows
from ..media.cleaning import can_clean
from ..media.limits import MB, MOST_BYTES, MOST_SECONDS, SOUND
from ..models.part_checks import Verdict
from ..times import minutes_of
from .checking import CheckScreen
from .said import earlier_remarks, errors_of, sound_of

MOST_UPLOAD = MOST_BYTES[SOUND] + MB  # the form around the sound needs a little too
CALM = ["Take your time.", "You can stop at any time.", "We keep what you said."]
ANSWERS = [
    (Verdict.GOOD, "It is good. I understand it.", "thumb-up"),
    (Verdict.HARD, "It is hard to understand.", "not-sure"),
    (Verdict.PICTURE, "A picture is wrong.", "cross"),
]
WHY = {Verdict.HARD: "What is hard to understand?", Verdict.PICTURE: "Which picture is wrong? Why?"}
LIMITS = ["Your sound can be up to 5 minutes long.", "Your file can be up to 30 megabytes."]
NO_ROOM = "We could not save your sound. Please try again. Or type your words."


class Begin(CheckScreen):
    """What a checker is asked to do with this page, and where they were."""

    template_name = "easyread/checking/begin.html"

    def post(self, request, *args, **kwargs):
        self.note_work()
        place = self.first_open()
        return redirect(self.address("part", place) if place else self.address("end"))

    def get_context_data(self, **kwargs):
        said = len(self.said)
        so_far = f"You answered {said} of {len(self.parts)} parts." if said else ""
        minutes = minutes_of(self.request.user, self.check)
        return super().get_context_data(
            total=len(self.parts), said=said, said_so_far=so_far, calm=CALM, minutes=minutes, **kwargs
        )


class PartScreen(CheckScreen):
    """One part of the page: how it is, and, when it is not good, on a screen of its own, why."""

    template_name = "easyread/checking/part.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.number = kwargs["number"]

    @property
    def part(self):
        if not 0 < self.number <= len(self.parts):
            raise Http404("This page has no such part.")
        return self.parts[self.number - 1]

    @property
    def row(self):
        """What was said of this part before, a PartCheck or None."""
        return self.said.get(self.part.key)

    @property
    def is_others(self):
        """Whether another checker answered this part."""
        return bool(self.row and self.row.said_by_id != self.request.user.pk)

    def get(self, request, *args, **kwargs):
        self.note_work()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        go, given = request.POST.get("go", "next"), self.given()
        if go == "delete":
            flows.take_sound_back(check=self.check, key=self.part.key, by=request.user)
            return redirect(f"{request.path}?told=deleted&why={self.why}{self.to}")
        if self.is_others:
            return redirect(self.after(go))
        if self.needs_why(given):
            return redirect(f"{request.path}?why={given['verdict']}{self.to}" if go == "next" else self.after(go))
        if go != "next" and not (given["words"] or given["sound"] or given["verdict"] == Verdict.GOOD):
            return redirect(self.after(go))
        try:
            flows.say_of_part(check=self.check, key=self.part.key, by=request.user, **given)
        except ValidationError as refusal:
            return self.render_to_response(self.get_context_data(refusal=refusal, **given), status=400)
        except OSError:
            refusal = ValidationError({"sound": NO_ROOM})
            return self.render_to_response(self.get_context_data(refusal=refusal, **given), status=503)
        return redirect(self.after(go))

    def given(self):
        """What was given on the screen, as a dict of the flow's own names."""
        words = self.request.POST.get("words", "").replace("\x00", "")
        verdict = self.request.POST.get("verdict", self.why)
        return {"verdict": verdict, "words": words, "sound": self.request.FILES.get("sound")}

    @property
    def why(self):
        """What is asked on this screen: a value of Verdict of which we ask why; "" where we ask how the part is."""
        asked = self.request.GET.get("why", "")
        return asked if asked in WHY else ""

    def needs_why(self, given):
        """Whether what is `given` (dict) is that something is wrong, and we have not asked why yet. Returns bool."""
        return not self.why and given["verdict"] in WHY and not (given["words"] or given["sound"])

    def after(self, go):
        """Where a button leads once what was said is kept. Returns str."""
        if go == "stop":
            return reverse("easyread_checks")
        if go == "back" and self.why:
            return f"{self.request.path}?{self.to[1:]}" if self.to else self.request.path
        if go == "back":
            return self.address("part", self.number - 1) if self.number > 1 else self.begin()
        if self.from_end or self.number == len(self.parts):
            return self.address("end")
        return self.address("part", self.number + 1)

    def earlier(self):
        """What was said of this part before, as a list of PartCheck; each knows whether this checker said it."""
        remarks = earlier_remarks(self.page, self.check, self.part)
        for remark in remarks:
            remark.is_mine = remark.said_by_id == self.request.user.pk
            remark.given = remark.file and sound_of(remark)
        return remarks

    def begin(self):
        return reverse("easyread_check", args=[self.check.pk])

    @property
    def from_end(self):
        return self.request.GET.get("to") == "end"

    @property
    def to(self):
        """What an address of this screen says of where its buttons lead (str)."""
        return "&to=end" if self.from_end else ""

    def get_context_data(self, refusal=None, verdict="", words="", sound=None, **kwargs):
        row = None if self.is_others else self.row
        if refusal is None and row:
            verdict, words = row.verdict, row.words
        why = self.why or (verdict if refusal is not None and verdict in WHY else "")
        errors, kwargs = errors_of(refusal), kwargs | {"number": self.number}
        return super().get_context_data(
            part=self.part,
            shown=self.part.html(),
            total=len(self.parts),
            options=[
                {"value": value, "label": label, "icon": icon, "checked": value == verdict}
                for value, label, icon in ANSWERS
            ],
            words=words,
            why=why and {"verdict": why, "label": WHY[why]},
            given=row and row.file and sound_of(row),
            earlier=self.earlier(),
            other=flows.NOT_YOUR_PART if self.is_others else "",
            look=f"{self.address('page')}?part={self.number}",
            errors=[{"id": IDS[name], "text": text} for name, text in errors.items()],
            verdict_error=errors.get("verdict") or errors.get("__all__"),
            words_error=errors.get("words"),
            sound_error=errors.get("sound"),
            can_speak=can_clean(SOUND),
            most_seconds=MOST_SECONDS[SOUND],
            most_bytes=MOST_BYTES[SOUND],
            limits=LIMITS,
            from_end=self.from_end,
            told="Your sound is gone." if self.request.GET.get("told") == "deleted" else "",
            **kwargs,
        )


IDS = {"verdict": "verdict-1", "__all__": "verdict-1", "words": "words", "sound": "sound"}
