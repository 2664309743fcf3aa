"""Word files as people really have them: nothing lost, nothing twice, each refusal kind (issue 7, S3)."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from easyread.bringing import docx, paragraphs
from easyread.bringing.parts import parts_in

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="/word/document2.xml"/>'
    "</Relationships>"
)


def run(text, more=""):
    """A run of words in Word's XML."""
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside, more=""):
    """A paragraph in Word's XML. `more`: XML of its properties."""
    return f"<w:p><w:pPr>{more}</w:pPr>{inside}</w:p>"


def word_file(body, space=W, **files):
    """A Word file (bytes) with `body` (str of XML), and with other `files` (name: str)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = f'<w:document xmlns:w="{space}" {NAMES}><w:body>{body}</w:body></w:document>'
        archive.writestr(files.pop("document", "word/document.xml"), whole)
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def lines(body):
    return docx.paragraphs_of(word_file(body))


def test_tracked_changes_are_read_as_if_all_were_accepted():
    """What was taken out or moved away is not read; a paragraph whose end was taken out goes on in the next."""
    moved = f"<w:moveFrom>{run('We meet on Monday.')}</w:moveFrom>"
    body = paragraph(moved + run("You pay "), "<w:rPr><w:del/></w:rPr>")
    body += paragraph(f"<w:del><w:r><w:delText>a lot</w:delText></w:r></w:del><w:ins>{run('nothing.')}</w:ins>")
    body += paragraph(f"<w:moveTo>{run('We meet on Monday.')}</w:moveTo>")
    assert lines(body) == ["You pay nothing.", "We meet on Monday."]
    assert lines(paragraph(run("The end."), "<w:rPr><w:del/></w:rPr>")) == ["The end."]
    assert docx.left_out(docx.unpacked(word_file(body))) == [docx.LEFT_OUT[3][1]]


def test_a_text_box_comes_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('In the box.'))}{paragraph(run('Also in it.'))}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = paragraph(run("Before. ") + f"<w:r>{both}</w:r>" + run("After.")) + paragraph(run("Next."))
    assert lines(body) == ["Before. After.", "In the box.", "Also in it.", "Next."]


def test_tables_in_tables_numbers_links_fields_and_sums():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('Inside.'))}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{paragraph(run('A cell.'))}{inner}</w:tc><w:tc>{paragraph(run('Next.'))}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    numbered = paragraph(run("A point."), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    link = paragraph(run("See ") + f'<w:hyperlink r:id="r9">{run("our page")}</w:hyperlink>' + run("."))
    field = paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://a.org"</w:instrText></w:r>'
        + run("Ring us.")
    )
    total = paragraph("<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>")
    body = table + numbered + link + field + total
    assert lines(body) == ["A cell.", "Inside.", "Next.", "A point.", "See our page.", "Ring us.", "2+2"]


def test_what_nobody_sees_in_word_does_not_come():
    """Hidden words, the table of contents, soft hyphens, and the signs of points that somebody typed."""
    body = paragraph(run("You see ", "<w:rPr><w:vanish/></w:rPr>") + run("We see "))
    body += paragraph(run("Costs 3"), '<w:pStyle w:val="TOC1"/>')
    body += paragraph(run("Costs"), '<w:outlineLvl w:val="1"/>') + paragraph(run("•\u00a0Re\u00adspite helps."))
    found = lines(body)
    assert found == ["We see", "# Costs", "•\u00a0Re\u00adspite helps."]
    assert [part.words for part in parts_in("\n".join(found))] == ["We see", "Costs", "Respite helps."]


def test_what_stays_behind_is_told():
    body = paragraph(
        run("Words.")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing/></w:r>'
    )
    assert docx.left_out(docx.unpacked(word_file(body))) == [sentence for _, sentence in docx.LEFT_OUT[:3]]
    assert docx.left_out(docx.unpacked(word_file(paragraph(run("Words."))))) == []


def test_files_of_other_programs():
    """The strict kind of file, and one whose words stand under another name."""
    assert docx.paragraphs_of(word_file(paragraph(run("Strict.")), space=STRICT)) == ["Strict."]
    named = {"document": "word/document2.xml", "_rels/.rels": RELATIONS}
    assert docx.paragraphs_of(word_file(paragraph(run("Named.")), **named)) == ["Named."]


def test_a_file_of_10_megabytes_comes_in_when_its_words_are_few():
    with io.BytesIO(word_file(paragraph(run("Few words.")))) as made, zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/media/image1.jpeg", b"\x00" * 10_000_000)
        archive.close()
        assert len(made.getvalue()) > 10_000_000
        assert docx.paragraphs_of(made.getvalue()) == ["Few words."]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (docx.OLD_WORD + b"\x00" * 600, docx.IS_LOCKED),  # an old .doc, or a .docx with a password
        (b"%PDF-1.7 ...", docx.IS_PDF),
        (b"{\\rtf1 Hello}", docx.NOT_WORD),
        (word_file(paragraph(run("A."))).replace(b"PK\x01\x02", b"PK\x01\x02" * 6_000), docx.NOT_WORD),
        (word_file(paragraph(run("A.")) * 5_001), docx.TOO_LONG),
    ],
)
def test_what_we_cannot_read_is_told_kindly(data, sentence):
    with pytest.raises(ValidationError) as refusal:
        docx.paragraphs_of(data)
    assert refusal.value.messages == [sentence]


def test_however_deep_a_file_is_it_never_breaks():
    deep = word_file("<w:p>" * 5_000 + run("Deep.") + "</w:p>" * 5_000)
    assert docx.paragraphs_of(deep) == ["Deep."]


def test_a_bomb_of_empty_paragraphs_stops_early(monkeypatch):
    monkeypatch.setattr(paragraphs, "MOST_ELEMENTS", 5_000)
    with pytest.raises(ValidationError, match="piece by piece"):
        lines("<w:p/>" * 5_000)


def test_a_locked_zip_is_told(monkeypatch):
    def locked(*_, **__):
        raise RuntimeError("File is encrypted, password required")

    monkeypatch.setattr(docx, "part", locked)
    with pytest.raises(ValidationError, match="password"):
        docx.paragraphs_of(word_file(""))
