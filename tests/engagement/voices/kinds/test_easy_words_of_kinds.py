"""Every sentence of the new kinds passes our own Easy Read check: pages, mistakes, check page and refusals."""

import pytest

from easyread.rules import ERROR, check
from engagement.voices import amounts, said
from tests.engagement.voices.kinds.test_pages import NUMBERS, address, answered, person  # noqa: F401  fixtures
from tests.engagement.voices.test_easy_words import errors_of

pytestmark = pytest.mark.django_db


def test_every_page_of_the_new_kinds(person, things):  # noqa: F811
    pages = [person.page(kind).content.decode() for kind in NUMBERS]
    pages += [person.press(kind, go="next").content.decode() for kind in NUMBERS]
    pages += [answered(person, things)] + [person.page(kind).content.decode() for kind in NUMBERS]
    assert not [error for page in pages for error in errors_of(page)]


def test_every_refusal_of_the_new_kinds():
    filled = {"unit": "hours", "least": "1 hour", "most": "£500"}
    sentences = [said.NO_ORDER, said.NO_PILE, said.BOTH_NOT_SURE]
    for name in ["NO_NUMBER", "ONE_NUMBER", "OTHER_UNIT", "WHOLE", "TOO_SMALL", "TOO_BIG", "WRONG_PENCE"]:
        sentences.append(getattr(amounts, name).format(**filled))
    assert not [(p.message, sentence) for sentence in sentences for p in check(sentence) if p.level == ERROR]
