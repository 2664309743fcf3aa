"""The end of a check: what was said of each part, and sending it (T9)."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail.admin import messages

from .. import flows
from ..models.part_checks import Verdict
from .check_parts import errors_of
from .checking import CheckScreen

DONE = {True: "Thank you. You said that this page is good.", False: "Thank you. We will make this page better."}
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
        messages.success(request, DONE[check.verdict == Verdict.GOOD])
        return redirect("easyread_checks")

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
