"""What the example checker said of an example plan, part by part, with our answers and their time: all made up."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState

from easyread import flows
from easyread.models import CheckSitting, EasyReadCheck, PartCheck
from easyread.page_parts import parts_of

ANSWERED, WAITING = "moving-on-at-16", "something-to-do"  # the plans whose checks are shown
SAID = "Example. This did not happen. I do not know which people this is for."
ANSWER = "We wrote how old the people are."
WORDS_THEN = {ANSWERED: "We want better support when people grow up."}  # what the summary said in the older version
OPEN = "Example. This did not happen. The picture does not fit the words."
PAPER = "I read it on paper first."


def load_checks(made, *, users):
    """Let the example checker look at two plans by parts: one remark was answered, one waits. Twice is once.

    `made`: see demo.py; `users`: first part of the address → User.
    """
    checker, unit = users.get("checker"), users.get("pmu")
    if not checker or not unit or CheckSitting.objects.filter(is_example=True).exists():
        return
    for slug, verdict, words, answer in ((ANSWERED, "hard", SAID, ANSWER), (WAITING, "picture", OPEN, "")):
        page = made.get(slug) and made[slug]["proposal"]
        if page and page.live_revision:
            remark = sent_back(page, checker, verdict, words)
            if answer:
                flows.answer_remark(remark=remark, by=unit, changed=True, words=answer)
            count_time(remark.page_check, checker, put_right=bool(answer))


def sent_back(page, checker, verdict, words):
    """A check of an older version of a `page` with one remark on its second part. Returns the remark (PartCheck)."""
    check, rows = older_check(page, checker, verdict), []
    for place, part in enumerate(parts_of(check.revision.as_object()), start=1):
        is_remark = place == 2
        row = PartCheck(
            page_check=check,
            key=part.key,
            place=place,
            name=part.name[:80],
            shown="\n".join(part.words),
            verdict=verdict if is_remark else "good",
            words=words if is_remark else "",
            said_by=checker,
            said_at=check.finished_at,
        )
        row.save()
        rows.append(row)
    return rows[1]


def older_check(page, checker, verdict):
    """A check of a version of `page` from three weeks ago that was sent back. Returns the EasyReadCheck."""
    ago = timezone.now() - timedelta(days=21)
    content = page.live_revision.content
    if words := WORDS_THEN.get(page.slug):
        content = content | {"summary": words}
    revision = Revision.objects.create(
        content_object=page, base_content_type=page.get_base_content_type(), content=content, object_str=str(page)
    )
    Revision.objects.filter(pk=revision.pk).update(created_at=ago - timedelta(days=1))
    state = WorkflowState.objects.create(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=page.get_workflow(),
        status=WorkflowState.STATUS_CANCELLED,
    )
    return EasyReadCheck.objects.create(
        workflow_state=state,
        revision=revision,
        task=state.workflow.tasks.first(),
        status=TaskState.STATUS_REJECTED,
        verdict=verdict,
        finished_at=ago,
        finished_by=checker,
        is_example=True,
    )


def count_time(check, checker, *, put_right):
    """So long the example checker worked on a `check`; one time was put right."""
    values = {"minutes_said": 25, "reason": PAPER, "said_at": check.finished_at} if put_right else {}
    CheckSitting.objects.create(
        page_check=check,
        title=check.revision.object_str,
        checker=checker,
        began_at=check.finished_at - timedelta(minutes=13),
        ended_at=check.finished_at,
        is_example=True,
        **values,
    )
