"""The Video block: captions and what is said are required, and nobody sees a film before its page is out (M2, P7)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile as Upload
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.blocks import StreamValue
from wagtail.models import ReferenceIndex

from easyread.blocks import EasyReadBlocks
from easyread.filming import flows
from easyread.models import Film
from easyread.printing import sections_of
from easyread.wording import easy_words
from engagement.people.roles import CHECKER
from engagement.shaping.models import Draft
from engagement.shaping.sentences import easy_sentences
from tests import factories
from tests.easyread.media import made

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<b>Hello</b>, I am Sam.\n"
TOLD = "Hello, my name is Sam.\nI go to work by bus."


def captions(data=VTT):
    """Captions as an upload."""
    return Upload("film.vtt", data)


@pytest.fixture
def film(pmu):
    """A film that is ready."""
    return flows.bring_in(title="The bus", film=made.film(), captions=captions(), by=pmu)


def video(film, **values):
    """A stream with one Video block."""
    value = {"title": "Why we ask", "film": film and film.pk, "words": TOLD, "picture": None, **values}
    return StreamValue(EasyReadBlocks(), [{"type": "video", "value": value}], is_lazy=True)


def shown_on(thing, film):
    """Let a page or a draft show a film, with Wagtail's index of references, which tests leave out."""
    thing.easy_read = video(film)
    thing.save()
    ReferenceIndex.create_or_update_for_object(thing)


def test_a_film_is_written_anew_with_its_captions_s3(film):
    assert film.is_ready and film.content_type == "video/mp4" and film.made_by.is_authenticated
    assert film.captions == "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello, I am Sam.\n"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"captions": captions(b"no")}, "captions"), ({"film": Upload("a.mp4", b"no film")}, "film")],
)
def test_without_a_film_or_captions_nothing_is_kept_m2(pmu, given, field):
    with pytest.raises(ValidationError) as refusal:
        flows.bring_in(**{"title": "x", "film": made.film(), "captions": captions(), "by": pmu} | given)
    assert list(refusal.value.error_dict) == [field] and not Film.objects.exists()


def test_only_those_who_may_bring_films_in(roles):
    with pytest.raises(PermissionDenied):
        flows.bring_in(title="x", film=made.film(), captions=captions(), by=factories.make_user(CHECKER))


def test_the_block_needs_a_film_and_what_is_said_m2(film):
    block = EasyReadBlocks().child_blocks["video"]
    whole = {"title": "Why", "film": film.pk, "words": TOLD, "picture": None}
    assert block.clean(block.to_python(whole))["film"] == film
    for name in ("title", "film", "words"):
        with pytest.raises(ValidationError):
            block.clean(block.to_python(whole | {name: None if name == "film" else ""}))


def test_it_never_plays_by_itself_and_has_captions_m2(film):
    page = render_to_string("easyread/stream.html", {"stream": video(film)})
    assert '<video controls preload="none"' in page and "autoplay" not in page and "poster" not in page
    assert f'<track kind="captions" src="/films/{film.public_id}.vtt" srclang="en-GB"' in page
    assert "I go to work by bus." in page and "It is 1 second long." in page


def test_without_its_film_the_words_are_shown(film):
    Film.objects.update(waiting=True)
    for stream in (video(film), video(None)):
        page = render_to_string("easyread/stream.html", {"stream": stream})
        assert "The film is not ready yet." in page and "I go to work by bus." in page and "<video" not in page


def test_what_it_tells_is_checked_compared_and_printed(film):
    page = type("Page", (), {"easy_fields": (), "easy_streams": ("easy_read",), "easy_read": video(film)})
    assert easy_words(page()) == easy_sentences(video(film)) == ["Why we ask", *TOLD.splitlines()]
    (section,) = sections_of(video(film, words="\n".join(f"This is part {n}." for n in range(9))))
    assert section.parts[0].title == "Film: Why we ask" and "on our website" in section.parts[0].words[0]
    assert [len(part.words) for part in section.parts[1:]] == [4, 4, 1]


def test_nobody_sees_it_before_its_page_is_out_p7(client, film, pmu):
    hrefs = [reverse("easyread:film", args=[film.public_id]), reverse("easyread:film_captions", args=[film.public_id])]

    def answers():
        return {client.get(href).status_code for href in hrefs}

    page = factories.make_proposal()
    assert answers() == {404}
    page.live = True
    shown_on(page, film)
    assert answers() == {200} and client.get(hrefs[1]).content.decode() == film.captions
    assert client.get(hrefs[0], headers={"range": "bytes=0-9"}).status_code == 206
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert answers() == {404}
    client.force_login(pmu)
    assert answers() == {200}


def test_a_draft_of_a_plan_shows_it_from_its_day_on_p7(client, film):
    plan = factories.make_proposal()
    draft = Draft.objects.create(proposal=plan, number=1, title="Draft 1")
    shown_on(draft, film)
    href = reverse("easyread:film", args=[film.public_id])
    assert client.get(href).status_code == 404
    Draft.objects.filter(pk=draft.pk).update(published_on=factories.today(0))
    assert client.get(href).status_code == 200


def test_staff_bring_one_in_and_find_it(client, pmu):
    client.force_login(pmu)
    given = {"title": "The bus", "film": made.film(), "captions": captions(b"no"), "agreed": "on"}
    page = client.post(reverse("films:new"), given).content.decode()
    assert "We cannot read these captions." in page and 'value="The bus"' in page
    given |= {"film": made.film(), "captions": captions()}
    page = client.post(reverse("films:new"), given, follow=True).content.decode()
    assert "The film is ready." in page and f"/films/{Film.objects.get().public_id}.vtt" in page
    assert "The bus" in client.get(reverse("film_chooser:choose")).content.decode()


def test_a_film_takes_one_query_more_however_many_there_are_f2(film, django_assert_num_queries):
    rows = [{"type": "video", "value": {"title": "Why", "film": film.pk, "words": TOLD, "picture": None}}] * 5
    with django_assert_num_queries(1):
        render_to_string("easyread/stream.html", {"stream": StreamValue(EasyReadBlocks(), rows, is_lazy=True)})
