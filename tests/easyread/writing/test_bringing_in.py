"""A Word file or pasted words become parts of a draft: one sentence each, nothing lost, nothing live (issue 7, S3)."""

import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easyread.bringing import docx
from easyread.bringing.parts import parts_in
from easyread.flows.bringing import bring_in
from engagement.people.roles import CHECKER
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = """<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Your bus</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">You can take </w:t></w:r>
<w:r><w:t>the bus. It is free.</w:t></w:r></w:p>
<w:p><w:del><w:r><w:delText>Taken out.</w:delText></w:r></w:del>
<w:ins><w:r><w:t>Re\u00adspite helps.</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table.</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"""


def word_file(body=BODY, head=""):
    """A Word file (bytes) with `body` (str of XML)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


def test_a_word_file_keeps_headings_and_sentences_and_drops_styling():
    lines = docx.paragraphs_of(word_file())
    assert lines == ["# Your bus", "You can take the bus. It is free.", "Re\u00adspite helps.", "In a table."]
    found = [(part.kind, part.words) for part in parts_in("\n".join(lines))]
    idea = "picture_and_words"
    assert found == [
        ("heading", "Your bus"),
        (idea, "You can take the bus."),
        (idea, "It is free."),
        (idea, "Respite helps."),
        (idea, "In a table."),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip",
        b"PK\x03\x04 broken",
        word_file("<w:p>"),
        word_file(head='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
        word_file()[:-30],
    ],
)
def test_what_is_no_word_file_is_refused_kindly_s3(data):
    with pytest.raises(ValidationError, match="Word file"):
        docx.paragraphs_of(data)


def test_a_bomb_is_not_unpacked_s3(monkeypatch):
    monkeypatch.setattr(docx, "MOST_UNPACKED", 10_000)
    with pytest.raises(ValidationError, match="too big"):
        docx.paragraphs_of(word_file("<w:p/>" * 10_000))
    with pytest.raises(ValidationError, match="too big"):
        docx.paragraphs_of(b"a" * (docx.MOST_BYTES + 1))


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_letter_of_any_text_is_lost(text):
    kept = "".join(part.words for part in parts_in(text))
    assert [sign for sign in kept if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


@pytest.fixture
def page(home_page, pmu):
    give_rights()
    page = home_page.add_child(
        instance=InfoPage(title="About us", slug="about", live=False, easy_read=factories.easy_read())
    )
    page.save_revision()
    return page


def stands_in(page):
    draft = InfoPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [block.value if block.block_type == "heading" else block.value["words"] for block in draft.easy_read]


def test_it_is_looked_at_first_and_then_goes_to_the_end_of_the_draft(client, page, pmu):
    """Nothing that stands there is changed, and nothing goes live."""
    client.force_login(pmu)
    address = reverse("easyread_bring_in", args=[page.pk])
    sent = {"go": "look", "file": SimpleUploadedFile("a.docx", word_file("<w:p><w:r><w:t>Don't.</w:t></w:r></w:p>"))}
    looked = client.post(address, sent).content.decode()
    assert "1 part" in looked and "Change this." in looked and "Bring the parts in" in looked
    assert stands_in(page) == ["You can take the bus."]
    told = client.post(address, {"go": "bring", "text": "# Next\nIt is free. Come."}, follow=True).content.decode()
    assert "3 parts came in at the end of the draft." in told
    assert stands_in(page) == ["You can take the bus.", "Next", "It is free.", "Come."]
    page = InfoPage.objects.get(pk=page.pk)
    assert not page.live and len(page.easy_read) == 1


def test_an_empty_or_wrong_file_is_told_beside_its_field(client, page, pmu):
    client.force_login(pmu)
    address = reverse("easyread_bring_in", args=[page.pk])
    assert "There are no words in this text." in client.post(address, {"go": "bring", "text": " "}).content.decode()
    wrong = {"go": "look", "file": SimpleUploadedFile("a.docx", b"no zip"), "text": "Kept words."}
    told = client.post(address, wrong).content.decode()
    assert docx.NOT_WORD in told and "Kept words." in told


def test_who_may_not_edit_may_not_bring_in(page, roles):
    with pytest.raises(PermissionDenied):
        bring_in(page=page, parts=parts_in("We meet."), by=factories.make_user(CHECKER))
    assert stands_in(page) == ["You can take the bus."]


def test_a_locked_page_stays_as_it_is(page, pmu):
    page.locked, page.locked_by = True, factories.make_user(CHECKER)
    page.save()
    with pytest.raises(PermissionDenied):
        bring_in(page=page, parts=parts_in("We meet."), by=pmu)


def test_the_standard_version_may_be_the_beginning(client, page, pmu):
    client.force_login(pmu)
    page.standard = page.standard.stream_block.to_python(
        [{"type": "text", "value": "<p>You take the bus. Dogs may travel.</p>"}]
    )
    page.save_revision()
    address = reverse("easyread_bring_in", args=[page.pk])
    assert (
        "You take the bus.\nDogs may travel.</textarea>" in client.get(address, {"from": "standard"}).content.decode()
    )
    assert "\nDogs may travel.</textarea>" in client.get(address, {"from": "open"}).content.decode()
    assert "You take the bus." not in client.get(address, {"from": "open"}).content.decode()
