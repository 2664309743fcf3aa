"""The address that the editor's script asks: words in, what is hard in them out. Nothing is kept."""

import json

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.views.generic import View
from wagtail.permissions import page_permission_policy

from ..writing.answer import answer_about
from ..writing.fields import NOT_FIELDS, fields_of
from .frame import Allowed

WRITES = ("add_", "change_", "record_")
MOST_BYTES = 2_000_000


class WhileWriting(Allowed, View):
    """Problems in the words that somebody is writing."""

    http_method_names = ["post"]

    def allowed(self, user):
        return may_write(user)

    def post(self, request):
        try:
            return JsonResponse(answer_about(fields_of(sent_by(request))))
        except ValidationError as refusal:
            return JsonResponse({"message": refusal.message}, status=400)


def may_write(user):
    """Whether `user` (User) has the right to add, change or record anything. Returns bool."""
    if page_permission_policy.user_has_any_permission(user, {"add", "change"}):
        return True
    return any(name.split(".")[1].startswith(WRITES) for name in user.get_all_permissions())


def sent_by(request):
    """The JSON value in the body of a `request`. Raises ValidationError when there is none."""
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        raise ValidationError(NOT_FIELDS)
    try:
        return json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise ValidationError(NOT_FIELDS) from error
