"""The design holds together: every component draws, nothing is inline (S2, Q13)."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from config import pattern_views
from easyread.templatetags import easyread as design

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT / "easyread"
KITS = [path for path in (KIT / "templates").rglob("*.html") if path.parent.name != "print"]
TEMPLATES = sorted([*(ROOT / "site" / "templates").rglob("*.html"), *KITS])


def show(text, **context):
    """What the template `text` draws with the design tags loaded."""
    return Template("{% load design %}" + text).render(Context(context))


class Tags(HTMLParser):
    """Collects the ids and the tags that were opened and not closed."""

    VOID = {"img", "input", "hr", "br", "meta", "link", "use", "path"}

    def __init__(self, html):
        super().__init__()
        self.open, self.ids, self.inline = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        self.inline += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("name", pattern_views.names())
def test_every_sample_draws_whole_html(name):
    for sample in pattern_views.samples(name):
        tags = Tags(sample["html"])
        assert sample["html"].strip()
        assert tags.open == [] and tags.inline == []
        assert len(tags.ids) == len(set(tags.ids))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_template_has_inline_style_or_script(template):
    """S2: the strict policy would drop them. Data for allauth's scripts is JSON, which is not run."""
    text = template.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=\"|javascript:|data:", text)
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag or 'type="application/json"' in tag


def test_words_are_escaped_everywhere():
    nasty = "<b>x</b>"
    for name in ("picture_and_words", "notice", "card", "quote", "hard_word", "who_box"):
        drawn = render_to_string(
            f"components/{name}.html", {"words": nasty, "title": nasty, "word": nasty, "name": nasty}
        )
        assert nasty not in drawn and "&lt;b&gt;" in drawn


def test_block_tags_keep_html_and_escape_values():
    drawn = show('{% notice kind="warning" title=t %}<p>{{ t }}</p>{% endnotice %}', t="<i>")
    assert "<p>&lt;i&gt;</p>" in drawn and "notice--warning" in drawn and "<i>" not in drawn
    assert 'href="/a/"' in show('{% card title="A" href="/a/" %}<p>b</p>{% endcard %}')


def test_a_sentence_is_a_line_of_its_own():
    """S7."""
    assert design.sentences("One.\n\n Two. ") == ["One.", "Two."]
    assert design.sentences(["One."]) == ["One."] and design.sentences(None) == []


def test_dates_and_times_are_in_full():
    """N4, N5."""
    from datetime import UTC, date, datetime

    assert design.shown_date(date(2027, 3, 4)) == "Thursday 4 March 2027"
    assert design.shown_date(datetime(2027, 7, 1, 23, 30, tzinfo=UTC)) == "Friday 2 July 2027"
    assert design.shown_date(None) == ""
    assert design.clock(datetime(2027, 1, 4, 14, 0, tzinfo=UTC)) == "2pm"
    assert design.clock(datetime(2027, 1, 4, 0, 30, tzinfo=UTC)) == "12:30am"


@pytest.mark.parametrize(
    ("count", "full", "part", "key"),
    [
        (0, 0, False, ""),
        (1, 1, False, ""),
        (50, 50, False, ""),
        (51, 10, True, "5"),
        (137, 27, True, "5"),
        (12000, 24, False, "500"),
    ],
)
def test_dots_say_what_one_is(count, full, part, key):
    """N2: counts as dots, the exact number in words, never a percentage."""
    drawn = design.dots(count)
    assert (len(drawn["full"]), drawn["part"]) == (full, part)
    assert drawn["key"] == (f"1 dot is {key} voices." if key else "")
    assert drawn["count_words"] == f"{count:,} voice" + ("" if count == 1 else "s")


def test_the_example_sentence_is_exact():
    assert "<p>Example. This did not happen.</p>" in render_to_string("components/example.html")


class Asking(forms.Form):
    """A form with each kind of field that has its own way of being drawn."""

    words = forms.CharField(label="What do you want to say?", help_text="As much as you like.")
    which = forms.ChoiceField(label="Which?", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="Yes, show my words")


def test_errors_stand_beside_the_field_and_at_the_top():
    """Q13: in kind words, joined to the field for screen readers, and what was typed stays."""
    drawn = str(Asking({"which": "zzz", "words": ""}))
    assert "This field is required." not in drawn
    assert '<a href="#id_words">Please answer this. What do you want to say?</a>' in drawn
    assert '<a href="#id_which_0">' in drawn
    assert 'aria-describedby="id_words_helptext id_words_error"' in drawn
    assert 'id="id_words_error"' in drawn and 'aria-invalid="true"' in drawn


def test_every_choice_is_a_row_in_a_group_with_a_legend():
    drawn = str(Asking())
    assert drawn.count('class="choice"') == 3
    assert "<legend>Which?</legend>" in drawn and "error-summary" not in drawn


def test_every_icon_named_in_a_template_exists():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (KIT / "static" / "easyread" / "icons.svg").read_text()))
    named = {
        name
        for file in TEMPLATES
        for name in re.findall(r'{% icon "([\w-]+)" %}|icon(?:_after)?="([\w-]+)"', file.read_text())
        for name in name
    }
    assert named - {""} <= drawn


@pytest.mark.django_db
def test_photos_come_in_small_modern_sizes_and_drawings_as_they_are(settings, tmp_path):
    """F8, P5: AVIF or WebP in the slot's size for photos; words carry the meaning, so alt is empty."""
    from io import BytesIO

    from django.core.files.images import ImageFile
    from PIL import Image

    from easyread.models import Picture

    settings.MEDIA_ROOT = str(tmp_path)
    photo = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(photo, "PNG")
    raster = Picture.objects.create(title="A photo", file=ImageFile(photo, "photo.png"), width=600, height=400)
    drawn = render_to_string("components/picture.html", {"picture": raster})
    assert "image/avif" in drawn and "image/webp" in drawn and 'alt=""' in drawn and 'loading="lazy"' in drawn
    svg = BytesIO(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>')
    vector = Picture.objects.create(title="A drawing", file=ImageFile(svg, "drawing.svg"), width=10, height=10)
    drawn = render_to_string("components/picture.html", {"picture": vector, "size": "small"})
    assert ".svg" in drawn and "picture--small" in drawn and drawn.count("<img") == 1
