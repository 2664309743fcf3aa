"""`manage.py publish_scheduled`: Wagtail's own, which goes on when one page may not, and says why."""

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands import publish_scheduled
from wagtail.models import Page, Revision

from easyread.checking import NO_LAST_DAY, MayNotGoLive, check_may_go_live
from easyread.receivers import is_guarded


class Command(publish_scheduled.Command):
    """Publishes what is due. What may not go live or come down loses its day, so that the others are not held up."""

    def handle(self, *args, **options):
        if not options["dryrun"]:
            for page in Page.objects.live().filter(expire_at__lt=timezone.now()):
                self.keep_up(page)
            for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()):
                self.hold_back(revision)
        super().handle(*args, **options)

    def hold_back(self, revision):
        """Take the day away from a `revision` (Revision) that may not go live, and tell why."""
        page = revision.content_object
        if not is_guarded(page):
            return
        try:
            check_may_go_live(page, revision)
        except MayNotGoLive as refusal:
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log(instance=page, action="easyread.held_back", data={"reasons": refusal.messages}, revision=revision)
            self.stderr.write(f"“{page}” did not go live. {' '.join(refusal.messages)}")

    def keep_up(self, page):
        """Take its last day away from a live `page` (Page) of ours: no page comes down without a reason."""
        if is_guarded(page):
            Page.objects.filter(pk=page.pk).update(expire_at=None)
            self.stderr.write(f"“{page}” stays. {NO_LAST_DAY}")
