"""Making an uploaded picture safe: opened, turned upright, and written anew without what its camera wrote (S3)."""

from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageFile, ImageOps

MOST_PIXELS = 25_000_000
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif"}
SAVING = {"JPEG": {"quality": 88}, "WEBP": {"quality": 88}, "AVIF": {"quality": 75}, "PNG": {"optimize": True}}


def rewritten(file):
    """`file` (an uploaded picture) as a new file of the same format with nothing but its pixels.

    Place, camera, author, thumbnail and anything appended are gone. Returns a SimpleUploadedFile.
    Raises ValidationError when it is not a picture that can be opened, or is too large.
    """
    try:
        file.seek(0)
        picture = Image.open(file, formats=list(FORMATS))
        kind = picture.format
        if picture.width * picture.height > MOST_PIXELS:
            raise ValidationError("This picture is too large. Make it smaller and try again.")
        with _whole_pictures_only():
            clean = _pixels_of(ImageOps.exif_transpose(picture), kind)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise ValidationError("We cannot open this picture. Save it as a JPEG or PNG file and try again.") from problem
    written = BytesIO()
    clean.save(written, kind, **SAVING[kind])
    name = PurePath(file.name).stem + FORMATS[kind]
    return SimpleUploadedFile(name, written.getvalue(), content_type=Image.MIME[kind])


@contextmanager
def _whole_pictures_only():
    """Pillow fills what is cut off with grey once WeasyPrint is loaded, which sets this for the whole process."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _pixels_of(picture, kind):
    """A new image with the pixels alone, in a mode that the format can hold."""
    has_transparency = "A" in picture.getbands() or "transparency" in picture.info
    mode = "RGB" if kind == "JPEG" or not has_transparency else "RGBA"
    converted = picture.convert(mode)
    clean = Image.new(mode, converted.size)
    clean.paste(converted)
    return clean
