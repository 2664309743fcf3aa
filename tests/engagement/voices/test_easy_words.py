"""Every sentence of answering passes our own Easy Read check (W1 to S10, N1 to N5): no error on any page."""

from html.parser import HTMLParser

import pytest
from django.core import mail
from django.test import Client

from easyread.rules import ERROR, check
from engagement.voices import about, permissions, reaching, said
from engagement.voices.flows.mailing_card import NOT_SENT
from engagement.voices.limits import SENT_OFTEN, TOO_MANY, TOO_MANY_CALLS, TOO_MANY_CARDS, TRAP
from engagement.voices.models import Card
from engagement.voices.views.practice import NO_CHOICE as PRACTISE
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.on_pages import give, sent

pytestmark = pytest.mark.django_db
PEOPLES_OWN = "I want <b>more</b> time."  # what the person in these tests typed
BLOCKS = {"p", "h1", "h2", "h3", "li", "label", "legend", "dt", "dd", "button", "summary", "title", "option"}


class Words(HTMLParser):
    """The words of a page's main part and its title, one block on each line; people's own words and links left out."""

    def __init__(self, html):
        super().__init__()
        self.lines, self.skipped, self.is_main = [""], 0, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.is_main = self.is_main or tag in ("main", "title")
        self.skipped += tag in ("svg", "textarea", "script")
        if tag in BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("svg", "textarea", "script")
        self.is_main = self.is_main and tag not in ("main", "title")
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data):
        if self.is_main and not self.skipped:
            self.lines[-1] += data

    def sentences(self):
        lines = (" ".join(line.split()) for line in self.lines)
        return [line for line in lines if line and "http" not in line and line != PEOPLES_OWN]


def errors_of(html):
    """What the Easy Read check calls an error in a page's words, each with its sentence."""
    lines = [line.split(" – Our Voice")[0] for line in Words(html).sentences()]
    allowed = ["Kent", "Medway", "Our Voice, Our Decision", *about.PLACES]
    return [(p.rule, p.message, line) for line in lines for p in check(line, allowed=allowed) if p.level == ERROR]


def test_every_page_of_answering(started, address, open_round):  # noqa: F811
    pages = [started.get(address)] + [started.get(f"{address}{n}/") for n in range(1, 6)]
    pages += [started.post(f"{address}{n}/", {"go": "next"}) for n in (1, 5)]
    give(started, address, 1)
    pages += [started.get(address), started.get(f"{address}about/"), started.get(f"{address}check/")]
    pages += [sent(started, address), started.get(address), started.get(f"{address}?cleared=yes")]
    link = started.get(f"{address}done/").context["card"]["link"]
    pages += [started.get(address + part) for part in ("card/", "send-card/", "done/?sent=yes", "done/?kept=yes")]
    pages += [started.post(f"{address}send-card/", {"go": go}) for go in ("email", "phone")]
    pages += [Client().get(f"{address}card/"), started.get("/my-voice/lost/"), started.get(f"{link}card/")]
    pages += [started.get("/my-voice/"), started.get(link), started.get(f"{link}take-back/")]
    pages += [started.post("/my-voice/", {"code": "x"}), started.get("/my-voice/00000000/")]
    question = open_round.question_rows.get(kind="one").public_id
    pages += [started.get(f"{link}change/{question}/")]
    close(open_round)
    pages += [started.get(link), started.get(f"{link}change/{question}/"), started.get(f"{link}take-back/")]
    pages += [started.post(f"{link}take-back/", follow=True)]
    assert not [error for page in pages for error in errors_of(page.content.decode())]


def test_the_page_of_a_newer_card(started, address):  # noqa: F811
    sent(started, address)
    Card.objects.update(link_key="another", renewed_on=factories.today())
    pages = [started.get(f"{address}done/"), started.get(address)]
    assert "You have a newer card" in pages[0].content.decode()
    assert not [error for page in pages for error in errors_of(page.content.decode())]


def test_the_letter_and_the_text_with_the_card(started, address, capsys):  # noqa: F811
    sent(started, address)
    started.post(f"{address}send-card/", {"go": "email", "email": "sam@example.org"})
    started.post(f"{address}send-card/", {"go": "phone", "phone": "07700 900123"})
    text = capsys.readouterr().out.split("900123: ")[1]
    lines = [*mail.outbox[0].body.splitlines(), mail.outbox[0].subject, *text.replace(". ", ".\n").splitlines()]
    lines = [line for line in lines if line and "http" not in line]
    assert len(lines) > 20 and not [(p.rule, line) for line in lines for p in check(line) if p.level == ERROR]


def test_plain_pages(home_page, client):
    for opens, closes in ((3, 9), (-9, -3)):
        page = client.get(f"{factories.make_round(opens=opens, closes=closes).address}answer/")
        assert not errors_of(page.content.decode())
    address = factories.make_round(questions=[]).address  # noqa: F811
    page = client.get(f"{address}answer/").content.decode()
    assert "There are no questions here yet." in page and not errors_of(page)
    page = client.post(f"{factories.make_round().address}answer/1/", {"words": "My words"}).content.decode()
    assert "We cannot find your answers" in page and not errors_of(page)


def test_every_refusal():
    modules = [(said, "NO_CHOICE NO_WORDS ONE_ONLY NOT_A_CHOICE TOO_LONG BOTH ENDED GONE NOTHING_SAID "
             "CHANGED_MEANWHILE NOT_SAVED NOT_SENT TOO_FAST"),
               (permissions, "CLOSED NOT_OPEN CLOSED_FOR_CHANGE TAKEN_BACK CHANGED_TOO_OFTEN")]  # fmt: skip
    sentences = [getattr(module, name) for module, names in modules for name in names.split()]
    sentences += [TOO_MANY, TRAP, TOO_MANY_CARDS, SENT_OFTEN, NOT_SENT, reaching.NO_EMAIL, reaching.NO_PHONE]
    sentences += [TOO_MANY_CALLS, reaching.NO_NUMBER, PRACTISE]
    assert not [(p.message, s) for s in sentences for p in check(s) if p.level == ERROR]
