"""A page that nobody can make live, change or take down past the checkers: the guard on every road (DESIGN.md 6.8)."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import PagePermissionTester

from .. import checking


class GuardedTester(PagePermissionTester):
    """What a user may do with a page: Wagtail's rules and the guard's, for an administrator too."""

    def has_publish_right(self):
        """Whether the user may publish here at all, whatever the version. Returns bool."""
        return super().can_publish()

    def can_publish(self):
        newest = checking.newest_version(self.page)  # a page made from a version holds that version's own values
        return super().can_publish() and not checking.reasons_not_to_publish(self.page, newest)

    def can_publish_subpage(self):
        """Not where every page below must be checked first."""
        kinds = self.page.specific_class.allowed_subpage_models() if self.page.specific_class else []
        return super().can_publish_subpage() and not all(getattr(kind, "opens", False) for kind in kinds)

    def can_unpublish(self):
        """Never here: a page comes down with a public reason (easyread.flows.take_down_page)."""
        return False

    def can_set_view_restrictions(self):
        return self.has_publish_right()

    def can_unschedule(self):
        return self.has_publish_right()


class Guarded(models.Model):
    """A page with the guard. `opens`: whether people answer on it, so that it never goes live unchecked."""

    opens = False

    class Meta:
        abstract = True

    def reasons_not_to_go_live(self, revision):
        """What stands in the way of this page going live with `revision` (Revision, or None for a new row without one).

        Returns a list of sentences (str). Here none: a page may be live without the label, and then says so.
        """
        return []

    def full_clean(self, *args, **kwargs):
        """As Django's. Raises MayNotGoLive for an alias: nothing could say which version of it was checked."""
        checking.check_is_no_alias(self)
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.expire_at:
            raise ValidationError({"expire_at": checking.NO_LAST_DAY})

    def publish(self, revision, *args, **kwargs):
        """As Wagtail's. Raises MayNotGoLive with one sentence for each thing that stands in the way."""
        checking.check_may_go_live(self, revision)
        return super().publish(revision, *args, **kwargs)

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """As Wagtail's, but a version that is live or was sent to the checkers is never written over."""
        if overwrite_revision and checking.is_kept(self, overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def permissions_for_user(self, user):
        return GuardedTester(user, self)

    def can_move_to(self, parent):
        """A live page that people answer on stays where it is: they have its address."""
        return not (self.live and self.opens) and super().can_move_to(parent)
