"""What the Programme Management Unit may do with pages, pictures and documents: rights that hang on a place."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from engagement.people.roles import PMU
from home.models import HomePage

ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
ON_FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


def give_rights():
    """Let the PMU write and publish below the home page, and use pictures and documents; safe to run again."""
    group, home = Group.objects.get(name=PMU), HomePage.objects.first()
    root = Collection.get_first_root_node()
    for right in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=ON_PAGES):
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=right)
    labels = ("wagtailimages", "wagtaildocs")
    for right in Permission.objects.filter(content_type__app_label__in=labels, codename__in=ON_FILES):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=right)
