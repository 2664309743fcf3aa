"""What hangs on a place: what the Programme Management Unit may do there, and who checks pages before they go out."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from easyread.workflow import ensure_workflow
from engagement.people.roles import CHECKER, PMU
from home.models import HomePage

ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
ON_FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


def give_rights():
    """Let the PMU write and publish below the home page, and use pictures and documents; safe to run again.

    The checkers' task comes first on the way to the public, the PMU's last (docs/checking.md).
    """
    group, home = Group.objects.get(name=PMU), HomePage.objects.first()
    ensure_workflow(page=home, checkers=Group.objects.get(name=CHECKER), editors=group)
    root = Collection.get_first_root_node()
    for right in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=ON_PAGES):
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=right)
    labels = ("wagtailimages", "wagtaildocs")
    for right in Permission.objects.filter(content_type__app_label__in=labels, codename__in=ON_FILES):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=right)
