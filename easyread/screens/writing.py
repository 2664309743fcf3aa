"""The address that the editor's script asks: words in, what is hard in them out. Nothing is kept."""

import json

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.views.generic import View

from ..flows import let_go, look_again
from ..writing.answer import answer_about
from ..writing.fields import NOT_FIELDS, fields_of
from ..writing.rights import may_write
from .frame import Allowed

MOST_BYTES = 2_000_000
ROW, MOST_ROWS = ("rule", "words", "sentence"), 100


class WhileWriting(Allowed, View):
    """Problems in the words that somebody is writing."""

    http_method_names = ["post"]

    def allowed(self, user):
        return may_write(user)

    def post(self, request):
        try:
            sent = sent_by(request)
            return JsonResponse(answer_about(fields_of(sent), alone=sent.get("alone") is True))
        except ValidationError as refusal:
            return JsonResponse({"message": refusal.message}, status=400)


class LeaveIt(Allowed, View):
    """Leaves hints and warnings as they are, or looks at them again."""

    http_method_names = ["post"]

    def allowed(self, user):
        return may_write(user)

    def post(self, request):
        try:
            rows, again = rows_of(sent_by(request))
            deed = look_again if again else let_go
            return JsonResponse({"rows": deed(rows=rows, by=request.user)})
        except ValidationError as refusal:
            return JsonResponse({"message": refusal.message}, status=400)


def rows_of(sent):
    """The problems in what was `sent` (any JSON value): a list of dict with `rule`, `words` and `sentence` (str), and
    whether they are looked at again (bool). Raises ValidationError for anything else."""
    rows = sent.get("rows") if isinstance(sent, dict) else None
    if not isinstance(rows, list) or not all(is_row(row) for row in rows) or len(rows) > MOST_ROWS:
        raise ValidationError(NOT_FIELDS)
    return [{name: row[name] for name in ROW} for row in rows], sent.get("again") is True


def is_row(row):
    """Whether a `row` of what was sent names one problem. Returns bool."""
    return isinstance(row, dict) and all(isinstance(row.get(name), str) for name in ROW)


def sent_by(request):
    """The JSON value in the body of a `request`. Raises ValidationError when there is none."""
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        raise ValidationError(NOT_FIELDS)
    try:
        return json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise ValidationError(NOT_FIELDS) from error
