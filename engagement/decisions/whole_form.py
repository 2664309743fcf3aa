"""One form for a whole decision, made of the parts in forms.py."""

from django.forms import RadioSelect

from .forms import ActionForm, MeetingForm, ReplyForm, WordsForm
from .gates import themes_to_answer


class WholeForm:
    """One form for a whole decision: the meeting, the words, a reply for each theme, and actions.

    `meeting` is left out when the decision hangs on a meeting already. Nothing is kept unless every part is right.
    """

    NEW_ACTIONS = 2

    def __init__(self, data=None, *, user, proposal, initial=None, replies=None, with_meeting=True):
        self.meeting = MeetingForm(data, user=user, initial=initial) if with_meeting else None
        self.words = WordsForm(data, proposal=proposal, initial=initial)
        replies = replies or {}
        themes = list(themes_to_answer(proposal))
        self.replies = [ReplyForm(data, theme=theme, initial=replies.get(theme.pk)) for theme in themes]
        self.actions = [
            ActionForm(data, prefix=f"action-{number}", empty_permitted=True, use_required_attribute=False)
            for number in range(self.NEW_ACTIONS)
        ]

    @property
    def parts(self):
        """Every form in it, as a list."""
        return [form for form in (self.meeting, self.words, *self.replies, *self.actions) if form]

    def is_valid(self):
        """Whether every part is right; all are asked, so that all errors are told at once."""
        return all([form.is_valid() for form in self.parts])

    def cleaned(self):
        """What the flows `record_from_minutes` and `change_decision` take, as a dict."""
        values = {**(self.meeting.cleaned_data if self.meeting else {}), **self.words.cleaned_data}
        replies = [reply for form in self.replies if (reply := form.reply())]
        return values | {
            "replies": replies,
            "actions": [form.cleaned_data for form in self.actions if form.has_changed()],
        }

    def errors(self):
        """Every error as a dict with `id` and `text`, for the summary at the top (Q13)."""
        return [error for form in self.parts for error in told(form)]


def told(form):
    """The errors of a bound `form` as dicts with the `id` of the field and `text`."""
    if not form.is_bound:
        return
    for field in form.visible_fields():
        first = f"{field.auto_id}_0" if isinstance(field.field.widget, RadioSelect) else field.auto_id
        for text in field.errors:
            theme = f"{form.theme}, " if hasattr(form, "theme") else ""
            yield {"id": first, "text": f"{theme}{field.label}: {text}"}
    for text in form.non_field_errors():
        yield {"id": "words", "text": text}
