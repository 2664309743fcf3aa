"""A photo of a workshop goes when the people on it no longer agree, or when the last day they agreed to has passed."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from easyread.models import Picture
from easyread.models.pictures import OWN_PHOTOS

from ..models import WorkshopPhoto
from ..permissions import check_may_publish


@transaction.atomic
def end_photo(*, photo, by):
    """Somebody on a photo no longer agrees: the picture is removed with all its files. `photo`: WorkshopPhoto.

    `by`: User. Twice is the same as once. Raises PermissionDenied.
    """
    check_may_publish(by)
    remove(photo)
    log(instance=photo.workshop, action="shaping.photo_gone", user=by)


@transaction.atomic
def end_old_photos():
    """Remove the photos whose last day has passed. Safe to run again. Returns how many (int)."""
    old = WorkshopPhoto.objects.filter(consent_until__lt=timezone.localdate(), taken_back_on=None)
    photos = list(old.select_related("picture"))
    for photo in photos:
        remove(photo)
    return len(photos)


def remove(photo):
    """Take the picture off a WorkshopPhoto and delete its files. A drawing of the bank shows nobody and stays."""
    picture = photo.picture
    WorkshopPhoto.objects.filter(pk=photo.pk, taken_back_on=None).update(
        picture=None, taken_back_on=timezone.localdate()
    )
    if picture and picture.picture_set == OWN_PHOTOS:
        WorkshopPhoto.objects.filter(picture=picture).update(picture=None, taken_back_on=timezone.localdate())
        Picture.objects.get(pk=picture.pk).delete()
