"""The label Easy Read of a page, and why it was put right, as everybody sees them (DESIGN.md 6.8, T9)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Revision, TaskState

from .dates import full_date
from .models.checking import Correction, EasyReadCheck
from .models.part_checks import PartCheck
from .shown import shown_of, shown_of_all, shown_otherwise

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


def label_of(page):
    """The label of a live `page` (EasyReadPage): its live version is checked, and the rules find no error in it.

    Returns a Label or None.
    """
    return standing_of(page).label


def standing_of(page):
    """The label of a live `page` (EasyReadPage), and why it was put right. Returns a Standing.

    The label holds for exactly the words and pictures that the checkers saw, while no remark of theirs waits, on this
    version or on an earlier one.
    """
    if not (page.live and page.live_revision_id):
        return Standing()
    live = Revision.objects.filter(pk=page.live_revision_id).values(**standing_values(shown_of(page))).first() or {}
    label = correction = None
    if live.get("checked_at") and not live["waits"] and not shown_otherwise([page]):
        label = label_from(live)
    if live.get("changed_at"):
        correction = Changed(day=timezone.localdate(live["changed_at"]), reason=live["reason"])
    return Standing(label=label, changed=correction)


def label_from(live):
    """The Label that the values of `standing_values` (dict) make. A name stands there by consent, while its account is
    in use: nobody else could take it off."""
    may_say = live["may_say_name"] and live["active"]
    name = " ".join(part for part in (live["first"], live["last"]) if part) if may_say else ""
    day = timezone.localdate(live["checked_at"])
    return Label(day=day, name=name, is_example=live["is_example"], with_others=bool(live["others"]))


def standing_values(shown):
    """What is asked about a version (Revision) that people see as `shown` (str), as a dict of expressions."""
    checks = good_checks().filter(revision=OuterRef("pk"), shown=shown)
    corrections = Correction.objects.filter(revision=OuterRef("pk"), kind=Correction.Kind.PUT_RIGHT).order_by("-pk")
    asked = {
        "checked_at": (checks, "finished_at"),
        "may_say_name": (checks, "may_say_name"),
        "is_example": (checks, "is_example"),
        "others": (by_others(shown), "pk"),
        "active": (checks, "finished_by__is_active"),
        "first": (checks, "finished_by__first_name"),
        "last": (checks, "finished_by__last_name"),
        "changed_at": (corrections, "made_at"),
        "reason": (corrections, "reason"),
    }
    return {name: Subquery(rows.values(field)[:1]) for name, (rows, field) in asked.items()} | {"waits": waits()}


def good_checks():
    """Checks in which people found a version good, and the rules no error in it, newest first. A queryset."""
    return EasyReadCheck.objects.filter(status=TaskState.STATUS_APPROVED, rule_errors=0).order_by("-finished_at", "-pk")


def waits(of=""):
    """Whether a remark of the checkers on a version (Revision) or on an earlier one waits for its answer, as an
    expression. `of`: how the rows that are asked about name the version, such as "revision__"; they are versions
    themselves when it is empty. A remark on a later draft says nothing of a version.
    """
    said = PartCheck.objects.unanswered().filter(
        page_check__revision__object_id=OuterRef(f"{of}object_id"),
        page_check__revision__base_content_type=OuterRef(f"{of}base_content_type"),
    )
    before = {"page_check__revision__lte": OuterRef(f"{of}pk")}
    earlier = {"page_check__revision__created_at__lte": OuterRef(f"{of}created_at")}
    return Exists(said.filter(Q(**before) | Q(**earlier)))


def by_others(shown):
    """Parts that somebody checked who did not send the newest good check of a version (Revision) that people see as
    `shown` (str). A queryset for a subquery."""
    checks = good_checks().filter(revision=OuterRef(OuterRef("pk")), shown=shown)
    return PartCheck.objects.filter(page_check=Subquery(checks.values("pk")[:1])).exclude(
        said_by=F("page_check__finished_by")
    )


def mark_checked(pages):
    """Give each of these live `pages` (list) `checked_at`: when it earned the label that it has now, or None.

    In as many queries as for one page. Returns the same list.
    """
    checks = good_checks().filter(~waits("revision__"))
    checks = checks.filter(revision__in=[page.live_revision_id for page in pages if page.live_revision_id])
    days = {}
    for revision, shown, day in checks.values_list("revision", "shown", "finished_at"):
        days.setdefault((revision, shown), day)
    checked = {revision for revision, _ in days}
    earned = [page for page in pages if page.live_revision_id in checked]
    shown, without = shown_of_all(earned), shown_otherwise(earned)
    for page in pages:
        seen = None if page.pk in without else shown.get(page.pk)
        page.checked_at = days.get((page.live_revision_id, seen))
    return pages
