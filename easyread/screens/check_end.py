"""The end of a check: what was said of each part, and sending it (T9)."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.generic import TemplateView

from .. import flows
from ..models.part_checks import Verdict
from ..times import minutes_of
from .checking import CheckScreen, OneCheck
from .said import errors_of

DONE = {
    True: ["You said that this page is good.", "Your work helps everybody to understand it."],
    False: ["You said that something is hard or wrong.", "We will make this page better.", "Then we answer you."],
}
NAMES = [("yes", "Yes, you may say my name."), ("no", "No, do not say my name.")]
NOT_GOOD = ["You said that something is hard or wrong.", "We will read it.", "We will answer you."]


class End(CheckScreen):
    """What was said of each part, and sending it."""

    template_name = "easyread/checking/end.html"

    def post(self, request, *args, **kwargs):
        try:
            check = flows.finish_check(
                check=self.check, by=request.user, may_say_name=request.POST.get("may_say_name") == "yes"
            )
        except ValidationError as refusal:
            return self.render_to_response(self.get_context_data(refusal=refusal), status=400)
        return redirect("easyread_check_thanks", check.pk)

    def get_context_data(self, refusal=None, **kwargs):
        place = self.first_open()
        return super().get_context_data(
            rows=[self.shown(place, part) for place, part in enumerate(self.parts, 1)],
            missing=place and self.address("part", place),
            is_good=all(not part.is_remark for part in self.said.values()),
            names=[{"value": value, "label": label, "checked": value == "no"} for value, label in NAMES],
            not_good=NOT_GOOD,
            errors=[{"id": "main", "text": text} for text in errors_of(refusal).values()],
            **kwargs,
        )

    def shown(self, place, part):
        """One part as a row of the list. Returns a dict."""
        row = self.said.get(part.key)
        name = f"Part {place}: {part.words[0] if part.words else part.name}"
        if row is None:
            return {"question": name, "answer": "You did not answer this yet.", "href": self.address("part", place)}
        answer = [f"{row.get_verdict_display()}.", row.words, "You said it with your voice." if row.file else ""]
        change = f"{self.address('part', place)}?to=end" if row.said_by_id == self.request.user.pk else ""
        return {"question": name, "answer": [line for line in answer if line], "href": change}


class Thanks(OneCheck, TemplateView):
    """What a checker sees after sending: a thank you, what happens now, and the time that is paid."""

    template_name = "easyread/checking/thanks.html"

    def allowed(self, user):
        return super().allowed(user) and self.check.finished_by_id == user.pk

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.check.revision.object_str,
            done=DONE[self.check.verdict == Verdict.GOOD],
            is_good=self.check.verdict == Verdict.GOOD,
            minutes=minutes_of(self.request.user, self.check),
            **kwargs,
        )
