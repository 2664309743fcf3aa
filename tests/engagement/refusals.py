"""What every refusal of a flow must be: kind, Easy Read, and without a trace (DESIGN.md 6; EASY-READ.md S1 to S10)."""

from contextlib import contextmanager

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from easyread.rules import ERROR, check

ROOMS = ("heard", "shaping", "decisions", "record")
MORE = (
    *("bodies.Meeting", "bodies.AgendaItem", "bodies.MeetingPaper", "bodies.PlaceHolder", "bodies.Supporter"),
    *("bodies.BodyQuestion", "bodies.BodyAnswer", "voices.Answer", "voices.Consent"),
)


def everything():
    """Every row that a flow of these rooms may write, with the history: dict of the model's label → rows."""
    models = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
    models += [*map(apps.get_model, MORE), ModelLogEntry]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def hard_words(sentences):
    """What the Easy Read check calls an error in `sentences` (list of str), each with its sentence."""
    return [(problem.message, one) for one in sentences for problem in check(one) if problem.level == ERROR]


def told_by(error):
    """The sentences of a ValidationError or PermissionDenied, as a list of str."""
    return error.messages if isinstance(error, ValidationError) else [str(error)]


@contextmanager
def refused(sentence, error=ValidationError):
    """What is done inside is refused with `sentence` (part of it); every sentence is easy, and no row has changed."""
    before = everything()
    with pytest.raises(error) as refusal:
        yield refusal
    told = told_by(refusal.value)
    assert any(sentence in one for one in told), told
    assert hard_words(told) == []
    assert everything() == before
