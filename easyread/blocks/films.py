"""A film in an Easy Read text: never without captions, and never without what is said in it (M2)."""

from django.apps import apps
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail import blocks

from ..reading import PictureBlock
from .values import ONE_A_LINE, SentencesValue

POSTER = "width-640|format-jpeg"


class FilmBlock(blocks.ChooserBlock):
    """A chooser of the films of pages. A film never changes, so that what was checked stays as it was."""

    @cached_property
    def target_model(self):
        return apps.get_model("easyread", "Film")

    @cached_property
    def widget(self):
        from ..filming.choosing import film_chooser

        return film_chooser().widget_class()


class VideoValue(SentencesValue):
    """A film with its title, its poster and the sentences of what is said."""

    def film_to_show(self):
        """The Film when it is ready, or None: then the words alone are shown."""
        film = self.get("film")
        return film if film is not None and film.is_ready else None

    def is_tall(self):
        """Whether it is higher than wide, as phones film (bool)."""
        film = self.film_to_show()
        return film is not None and film.height > film.width

    def film_href(self):
        """Where the film is (str)."""
        return reverse("easyread:film", args=[self["film"].public_id])

    def captions_href(self):
        """Where its captions are (str)."""
        return reverse("easyread:film_captions", args=[self["film"].public_id])

    def poster_href(self):
        """Where the picture is that stands there before it plays (str), or ""."""
        picture = self.get("picture")
        if picture is None:
            return ""
        return picture.file.url if picture.is_svg() else picture.get_rendition(POSTER).url

    def how_long(self):
        """Its length in words (str)."""
        minutes, seconds = divmod(max(1, round(self["film"].seconds)), 60)
        told = [f"{minutes} minute{'' if minutes == 1 else 's'}"] if minutes else []
        told += [f"{seconds} second{'' if seconds == 1 else 's'}"] if seconds else []
        return f"It is {' and '.join(told)} long."


class Video(blocks.StructBlock):
    """A short film. Everybody can read what is said in it, on the film and below it."""

    title = blocks.CharBlock(max_length=80, help_text="What the film tells.")
    film = FilmBlock(help_text="Bring it in first, with its captions: Films, in the menu.")
    words = blocks.TextBlock(rows=6, label="What is said and seen in it", help_text=ONE_A_LINE)
    picture = PictureBlock(required=False, help_text="It stands there before the film plays.")

    class Meta:
        icon = "media"
        template = "easyread/blocks/video.html"
        value_class = VideoValue
        description = "A short film, with captions and with what is said in it."
        preview_value = {
            "title": "Why we ask you about the bus",
            "film": None,
            "words": "Hello, my name is Sam.\nI go to work by bus.\nPlease tell us what you think.",
        }
