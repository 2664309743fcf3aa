"""A picture written anew: its pixels, upright, and nothing else. Runs inside worker.py, without Django."""

from PIL import Image, ImageOps
from worker import Refused

OPENED = ("JPEG", "PNG", "WEBP", "AVIF")  # no GIF, it may move (L11); no SVG, it may hold a script


def write_picture(source, target, limits):
    """The picture at `source` as a JPEG at `target` (str each), no larger than `limits` says. Returns a dict of facts.

    Place, camera, author, thumbnail and whatever was put behind the picture are gone.
    """
    try:
        with Image.open(source, formats=OPENED) as picture:
            if picture.width * picture.height > limits["pixels"]:
                raise Refused("large")
            clean = upright(picture, limits["side"])
    except Image.DecompressionBombError as problem:
        raise Refused("large") from problem
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError) as problem:
        raise Refused("unreadable") from problem
    clean.save(target, "JPEG", quality=85, optimize=True)
    return {"width": clean.width, "height": clean.height, "suffix": ".jpg", "content_type": "image/jpeg"}


def upright(picture, side):
    """A new image with the pixels of `picture` alone, turned as its camera said, on white where it had no colour."""
    picture = ImageOps.exif_transpose(picture)
    picture.thumbnail((side, side))
    picture = picture.convert("RGBA") if "A" in picture.getbands() or "transparency" in picture.info else picture
    clean = Image.new("RGB", picture.size, "white")
    clean.paste(picture.convert("RGB"), mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return clean
