"""The label Easy Read of a page, and why it was put right, as everybody sees them (DESIGN.md 6.8, T9)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone
from wagtail.models import Revision, TaskState

from .checking import checks_of
from .dates import full_date
from .models.checking import Correction
from .models.part_checks import PartCheck

STILL_CHECKING = "We are still checking this page."
CHECKERS = "Our Easy Read checkers"
AND_OTHERS = " and other checkers"


@dataclass(frozen=True)
class Label:
    """The label Easy Read of a live page: the day it was checked, and by whom when they agreed to be named.

    `with_others`: whether other checkers looked at some of its parts.
    """

    day: date
    name: str = ""
    is_example: bool = False
    with_others: bool = False

    @property
    def who(self):
        """Who checked it (str)."""
        return f"{self.name}{AND_OTHERS if self.with_others else ''}" if self.name else CHECKERS


@dataclass(frozen=True)
class Changed:
    """Why a live page was put right at once: the day, and the public reason (str, one sentence on each line)."""

    day: date
    reason: str


@dataclass(frozen=True)
class Standing:
    """How a live page stands: its Label or None, and a Changed or None."""

    label: Label | None = None
    changed: Changed | None = None

    def words(self):
        """Whether it was checked, and by whom, as a list of Easy Read sentences."""
        if self.label is None:
            return [STILL_CHECKING]
        return [f"{self.label.who} checked this page on {full_date(self.label.day)}."]

    def why_changed(self):
        """That the page was put right, and why, as a list of Easy Read sentences; empty when it was not."""
        if self.changed is None:
            return []
        first, *others = self.changed.reason.splitlines()
        return [f"We changed this page on {full_date(self.changed.day)}.", f"Why: {first}", *others]

    def all_words(self):
        """Both, for a paper. A list of str."""
        return [*self.words(), *self.why_changed()]


def with_check(pages):
    """`pages` (queryset of Page), each with `checked_at`: when its live version earned the label, or None."""
    checks = checks_of(OuterRef("live_revision")).filter(rule_errors=0)
    return pages.annotate(checked_at=Subquery(checks.values("finished_at")[:1]))


def label_of(page):
    """The label of a live `page` (EasyReadPage): its live version is checked, and the rules find no error in it.

    Returns a Label or None.
    """
    return standing_of(page).label


def standing_of(page):
    """The label of a live `page` (EasyReadPage), and why it was put right, in one query. Returns a Standing."""
    if not (page.live and page.live_revision_id):
        return Standing()
    live = Revision.objects.filter(pk=page.live_revision_id).values(**standing_values()).first() or {}
    label = correction = None
    if live.get("checked_at"):
        name = " ".join(part for part in (live["first"], live["last"]) if part) if live["may_say_name"] else ""
        label = Label(
            day=timezone.localdate(live["checked_at"]),
            name=name,
            is_example=live["is_example"],
            with_others=bool(live["others"]),
        )
    if live.get("changed_at"):
        correction = Changed(day=timezone.localdate(live["changed_at"]), reason=live["reason"])
    return Standing(label=label, changed=correction)


def standing_values():
    """What `standing_of` asks about a version (Revision), as a dict of expressions."""
    checks = checks_of(OuterRef("pk")).filter(rule_errors=0)
    corrections = Correction.objects.filter(revision=OuterRef("pk"), kind=Correction.Kind.PUT_RIGHT).order_by("-pk")
    asked = {
        "checked_at": (checks, "finished_at"),
        "may_say_name": (checks, "may_say_name"),
        "is_example": (checks, "is_example"),
        "others": (by_others(), "pk"),
        "first": (checks, "finished_by__first_name"),
        "last": (checks, "finished_by__last_name"),
        "changed_at": (corrections, "made_at"),
        "reason": (corrections, "reason"),
    }
    return {name: Subquery(rows.values(field)[:1]) for name, (rows, field) in asked.items()}


def by_others():
    """Parts of a version (Revision) that somebody checked who did not send the check. A queryset for a subquery."""
    parts = PartCheck.objects.filter(page_check__revision=OuterRef("pk"), page_check__status=TaskState.STATUS_APPROVED)
    return parts.exclude(said_by=F("page_check__finished_by"))
