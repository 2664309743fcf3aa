"""Pictures by idea: who made each, under which licence, and whether it was changed (P7)."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from .. import conf

OWN_PHOTOS = "own-photos"


class PictureQuerySet(ImageQuerySet):
    """Finding a picture by the idea it shows."""

    def in_bank_order(self):
        """Pictures with the site's preferred set first (setting EASYREAD_PICTURE_SETS)."""
        order = [models.When(picture_set=name, then=place) for place, name in enumerate(conf.picture_sets())]
        return self.order_by(models.Case(*order, default=len(order)), "pk")

    def showing(self, idea):
        """The preferred picture of `idea` (str), or None."""
        return self.filter(idea=idea).in_bank_order().first()

    def credited(self):
        """Pictures that the public can meet: every set that was brought in, and a site's own photos once they are used.

        A photo that staff uploaded and no live page shows stays unseen: its people may not have agreed yet (P7).
        """
        types = ContentType.objects.get_for_models(Page, Picture)
        hidden = Page.objects.not_live().annotate(key=as_text("pk")).filter(key=models.OuterRef("object_id"))
        used = ReferenceIndex.objects.filter(
            to_content_type=types[Picture], to_object_id=as_text(models.OuterRef("pk"))
        ).exclude(models.Exists(hidden), base_content_type=types[Page])
        return self.filter(~models.Q(picture_set=OWN_PHOTOS) | models.Exists(used))


def as_text(key):
    """A key as the text that Wagtail's index of references holds. Returns a database expression."""
    return Cast(key, models.CharField())


class Picture(AbstractImage):
    """A picture that means one idea; another set may hold a picture of the same idea."""

    class Kind(models.TextChoices):
        PHOTO = "photo", "photograph"
        DRAWING = "drawing", "drawing"
        SYMBOL = "symbol", "symbol"

    idea = models.CharField(
        max_length=60, blank=True, db_index=True, help_text="The idea it shows, in a plain word or two: who-decides."
    )
    other_words = models.CharField(max_length=255, blank=True, help_text="Other words people may look for.")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PHOTO)
    picture_set = models.CharField(max_length=40, default=OWN_PHOTOS, db_index=True)
    author = models.CharField(max_length=160, help_text="Who made it.")
    source = models.CharField(max_length=255, blank=True, help_text="Where it is from.")
    licence = models.CharField(max_length=80, help_text="For example: CC BY-SA 4.0.")
    licence_url = models.URLField(blank=True)
    changed = models.BooleanField(default=False, help_text="Somebody changed it after its author made it.")

    admin_form_fields = (
        "title",
        "file",
        "idea",
        "other_words",
        "description",
        "kind",
        "author",
        "source",
        "licence",
        "licence_url",
        "changed",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("idea", boost=2),
        index.SearchField("other_words"),
        index.FilterField("picture_set"),
    ]
    objects = PictureQuerySet.as_manager()

    @property
    def default_alt_text(self):
        """Only what somebody wrote as a description: a title is not an alternative (P5)."""
        return self.description


class Rendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="easyread_one_rendition"),
        ]
