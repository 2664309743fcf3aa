"""Uploaded pictures are written anew (S3): nothing the camera wrote, nothing hidden behind the picture."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageFile

from easyread.uploads import rewritten

MARKER = b"MARKER-51.2787-0.5217-SECRET"


def upload(kind="JPEG", *, tail=b"", size=(60, 30), **saving):
    written = BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **saving)
    return SimpleUploadedFile(f"photo.{kind.lower()}", written.getvalue() + tail)


def exif_with_marker(orientation=1):
    exif = Image.Exif()
    exif[0x013B] = MARKER.decode()  # author
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[0x001B] = MARKER  # place
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_camera_and_author_are_gone(kind):
    dirty = upload(kind, exif=exif_with_marker())
    assert MARKER in dirty.read()
    assert MARKER not in rewritten(dirty).read()


def test_what_is_appended_to_a_picture_is_gone():
    assert b"<script>" not in rewritten(upload("PNG", tail=b"<script>alert(1)</script>")).read()


def test_a_photo_taken_sideways_is_turned():
    clean = Image.open(rewritten(upload("JPEG", exif=exif_with_marker(orientation=6))))
    assert clean.size == (30, 60)


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\xff\xd8\xff\xe0cut"]
)
def test_what_is_no_picture_is_refused_kindly(content):
    with pytest.raises(ValidationError, match="We cannot open this picture"):
        rewritten(SimpleUploadedFile("photo.jpg", content))


@pytest.mark.parametrize("filled", [False, True])
def test_a_picture_that_is_cut_off_is_refused(monkeypatch, filled):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", filled)  # as WeasyPrint sets it
    whole = upload("PNG", size=(400, 400)).read()
    with pytest.raises(ValidationError):
        rewritten(SimpleUploadedFile("photo.png", whole[: len(whole) // 2]))


def test_a_picture_of_too_many_pixels_is_refused():
    with pytest.raises(ValidationError, match="too large"):
        rewritten(upload("PNG", size=(6000, 5000)))


@pytest.mark.django_db
def test_the_picture_form_of_the_admin_rewrites(admin_client):
    from easyread.models import Picture

    values = {"title": "A bus", "author": "Sam", "licence": "ours", "kind": "photo", "collection": 1}
    file = upload("JPEG", exif=exif_with_marker())
    response = admin_client.post("/admin/images/add/", values | {"file": file})
    assert response.status_code == 302, response.context["form"].errors
    assert MARKER not in Picture.objects.get().file.read()


@pytest.mark.django_db
def test_the_admin_takes_no_svg(admin_client):
    svg = SimpleUploadedFile("bad.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    values = {"title": "A bus", "author": "Sam", "licence": "ours", "kind": "photo", "collection": 1, "file": svg}
    assert admin_client.post("/admin/images/add/", values).context["form"].errors["file"]
