"""A worker takes the person's film or drawing on the same pages as everybody, and asks about it by itself (Q6, 3.7)."""

from django.urls import reverse

from engagement.voices.models import Attachment
from tests.easyread.media import made


def test_a_worker_takes_a_film_and_asks_about_it_by_itself_q6(signed_in, visit, questions):
    number = next(n for n, question in enumerate(questions, start=1) if not question.has_choices)
    address = reverse("support_attach", args=[visit.public_id, number, "film"])
    assert "A film shows your face." in signed_in.get(address).content.decode()
    saved = signed_in.post(address, {"file": made.film(), "go": "save"})
    page = signed_in.get(saved.url).content.decode()
    row = Attachment.objects.get()
    assert row.is_ready and "<video controls" in page
    file = signed_in.get(reverse("support_file", args=[visit.public_id, row.public_id]))
    assert file["Content-Type"] == "video/mp4"
    agree = signed_in.get(reverse("support_step", args=[visit.public_id, "agree"])).content.decode()
    assert "We may use their film" in agree and "We may use their picture" not in agree


def test_a_worker_has_the_page_of_drawing_too_q6(signed_in, visit, questions):
    number = next(n for n, question in enumerate(questions, start=1) if not question.has_choices)
    address = reverse("support_attach", args=[visit.public_id, number, "picture"]) + "?draw=yes"
    page = signed_in.get(address).content.decode()
    assert 'id="draw" hidden' in page and "js/draw.js" in page
