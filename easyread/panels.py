"""What stands over the words of a page in the editor: where its check stands, and what holds the label back."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from . import checking
from .label import label_of
from .models.checking import EasyReadCheck
from .models.part_checks import PartCheck
from .page_parts import WHOLE
from .then_and_now import with_both
from .wording import errors_of

MOST_REMARKS = 50
NEVER_SENT = "No version of this page was sent to the Easy Read checkers yet."
WITH_CHECKERS = "A version of this page is with the Easy Read checkers."
WITH_EDITOR = "The checkers found this version good. Now an editor makes it public."
REMARKS = "The checkers sent this page back. Read what they say, change it, and send it again."
CHECKED = "The newest version was checked."
LIVE_WITH = "Everybody sees this page with the label Easy Read."
LIVE_WITHOUT = "Everybody sees this page. It says: We are still checking this page."
LABEL_WAITS = "It has no label while a remark of the checkers has no answer."
NOT_LIVE = "Nobody sees this page yet."


class CheckingPanel(Panel):
    """Where a page stands on its way to the label."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "easyread/admin/checking_panel.html"

        def is_shown(self):
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context=None):
            page = self.instance
            may = page.permissions_for_user(self.request.user).has_publish_right()
            return super().get_context_data(parent_context) | {
                "words": where_it_stands(page),
                "whole": remarks_on(page),
                "remarks": part_remarks_on(page),
                "answers": may,
                "errors": errors_of(page),
                "put_right": may and page.live and page.has_unpublished_changes and address(page, "put_right"),
                "take_down": may and page.live and address(page, "take_down"),
            }


def address(page, name):
    """The address of a screen of easyread/screens/pages.py for `page`. Returns str."""
    return reverse(f"easyread_{name}", args=[page.pk])


def where_it_stands(page):
    """Where `page` (EasyReadPage) stands, as a list of sentences."""
    if not page.live:
        return [NOT_LIVE, where_the_check_stands(page)]
    has_label = label_of(page)
    is_good = not has_label and checking.is_checked(page.live_revision)
    waits = [LABEL_WAITS] if is_good and PartCheck.objects.unanswered().of_page(page).exists() else []
    return [LIVE_WITH if has_label else LIVE_WITHOUT, *waits, where_the_check_stands(page)]


def where_the_check_stands(page):
    """How far the check of the newest version is, as a sentence (str)."""
    state = page.current_workflow_state
    if state and state.status == state.STATUS_NEEDS_CHANGES:
        return REMARKS
    if checking.is_checked(page.latest_revision):
        return WITH_EDITOR if state else CHECKED
    return WITH_CHECKERS if state else NEVER_SENT


def part_remarks_on(page):
    """What checkers said of parts: at the newest check that is finished, and what has no answer yet.

    Returns a list of PartCheck; `is_field` tells those that hang on no block of the editor.
    """
    remarks = PartCheck.objects.remarks().sent().of_page(page)
    remarks = remarks.select_related("said_by", "page_check__revision__content_type")[:MOST_REMARKS]
    newest = remarks[0].page_check_id if remarks else None
    shown = [remark for remark in remarks if remark.page_check_id == newest or not remark.answer]
    for remark in with_both(shown):
        remark.is_field = remark.key in (*page.easy_fields, WHOLE)
    return shown


def remarks_on(page):
    """What was said of the whole page before there were parts, as a list of EasyReadCheck, newest first; empty once it
    was good."""
    states = EasyReadCheck.objects.filter(
        parts=None,
        workflow_state__object_id=str(page.pk),
        workflow_state__base_content_type=page.get_base_content_type(),
        finished_at__isnull=False,
    ).exclude(verdict="")
    remarks = []
    for check in states.select_related("finished_by").order_by("-finished_at")[:5]:
        if check.verdict == EasyReadCheck.Verdict.GOOD:
            break
        remarks.append(check)
    return remarks
