"""No way round the checkers: every road on which Wagtail makes a page live, changes or takes one down (6.8)."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from easyread import checking
from easyread.checking import MayNotGoLive
from easyread.label import STILL_CHECKING, label_of
from engagement.proposals.models import RoundPage
from home.models import InfoPage
from home.programme.rights import give_rights
from tests import factories

pytestmark = pytest.mark.django_db

LIVE = [checking.LIVE_AND_NOT_CHECKED, checking.SEND_OR_PUT_RIGHT]


@pytest.fixture
def staff(client, pmu, home_page):
    """A browser's client of somebody of the PMU, who may publish."""
    give_rights()
    client.force_login(pmu)
    return client


@pytest.fixture
def admin(client, home_page):
    """A client of an administrator: the guard holds for them too."""
    user = factories.make_user(is_superuser=True)
    client.force_login(user)
    return client


@pytest.fixture
def draft(home_page):
    """A round that nobody checked."""
    return factories.make_ready_round()


@pytest.fixture
def info(home_page):
    """A live plain page that nobody checked."""
    page = home_page.add_child(instance=InfoPage(title="About us", slug="about", live=False))
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


def changed(page, title="Changed"):
    """A new version of `page` that nobody checked. Returns the Revision."""
    page = type(page).objects.get(pk=page.pk)
    page.title = title
    return page.save_revision()


def now(page):
    """The page as the database has it."""
    return Page.objects.get(pk=page.pk)


def said(response):
    """The messages that the next screen shows, as a list of str."""
    return [str(message).strip() for message in response.context["messages"]]


def page_form(**values):
    """What the editor of a plain page sends."""
    fields = {"title": "Changed", "slug": "about", "easy_read": streamfield([]), "standard": streamfield([])}
    fields |= {
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        "picture": "",
        "seo_title": "",
        "search_description": "",
    }
    return nested_form_data(fields | values)


def test_a_round_that_nobody_checked_does_not_open(draft):
    with pytest.raises(MayNotGoLive) as refusal:
        draft.get_latest_revision().publish()
    assert checking.NOT_CHECKED in refusal.value.messages
    assert not now(draft).live


def test_a_round_that_was_checked_opens(draft):
    factories.check_version(draft.latest_revision)
    draft.get_latest_revision().publish()
    assert now(draft).live


def test_a_change_after_the_check_needs_a_check_of_its_own(draft):
    factories.check_version(draft.latest_revision)
    with pytest.raises(MayNotGoLive, match=checking.NOT_CHECKED):
        changed(draft).publish()


def test_words_written_over_a_checked_version_are_not_checked(draft, pmu):
    """Wagtail's autosave writes over the newest version: not over one that was sent to the checkers."""
    factories.check_version(draft.latest_revision)
    draft.title = "Written over"
    later = draft.save_revision(overwrite_revision=draft.latest_revision)
    assert later.pk != draft.live_revision_id and not checking.is_checked(later)
    revision = factories.make_round(publish=False, title="Other").save_revision()
    factories.check_version(revision)
    revision.content["title"] = "Written over in the database"
    revision.save()
    assert not checking.is_checked(revision)


def test_a_live_page_takes_only_a_checked_version(info):
    with pytest.raises(MayNotGoLive) as refusal:
        changed(info).publish()
    assert refusal.value.messages == LIVE
    assert now(info).title == "About us"


def test_the_editors_own_way_past_publish_is_guarded_too(info, draft):
    """Wagtail's editor calls the action itself, with the rights looked at already."""
    with pytest.raises(MayNotGoLive):
        PublishPageRevisionAction(changed(info)).execute(skip_permission_checks=True)
    with pytest.raises(MayNotGoLive):
        PublishPageRevisionAction(draft.latest_revision).execute(skip_permission_checks=True)
    assert now(info).title == "About us" and not now(draft).live


def test_the_row_itself_cannot_be_made_live(draft):
    draft.live = True
    with pytest.raises(MayNotGoLive):
        draft.save()


def test_a_restored_version_carries_no_check(open_round):
    """An earlier version that was checked is a new version when it is put back."""
    first = open_round.live_revision
    changed(open_round)
    RevertToPageRevisionAction(open_round, first).execute()
    restored = RoundPage.objects.get(pk=open_round.pk).latest_revision
    assert restored != first and not checking.is_checked(restored)
    with pytest.raises(MayNotGoLive):
        restored.publish(previous_revision=first)


def test_a_day_to_go_live_is_not_given_to_an_unchecked_version(draft):
    draft.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(MayNotGoLive, match=checking.NOT_CHECKED):
        draft.save_revision().publish()
    with pytest.raises(MayNotGoLive):
        draft.save_revision(approved_go_live_at=draft.go_live_at)


def test_a_live_page_is_not_changed_later_by_a_day(info):
    info.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(MayNotGoLive):
        PublishPageRevisionAction(info.save_revision()).execute(skip_permission_checks=True)


def test_the_daily_command_holds_one_back_and_publishes_the_others(draft, home_page, capsys):
    """`publish_scheduled`: a day that was given before there was a guard."""
    other = home_page.add_child(instance=InfoPage(title="Later", slug="later", live=False))
    for page in (draft, other):
        revision = page.save_revision()
        due = timezone.now() - timedelta(minutes=1)
        type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=due)
    call_command("publish_scheduled")
    assert not now(draft).live and now(other).live
    assert checking.NOT_CHECKED in capsys.readouterr().err
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert label_of(InfoPage.objects.get(pk=other.pk)) is None


def test_no_page_comes_down_by_a_day(info):
    Page.objects.filter(pk=info.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert now(info).live


def test_a_copy_of_a_live_round_is_a_draft_without_a_check(open_round):
    plan = open_round.get_parent()
    copy = CopyPageAction(open_round, to=plan, update_attrs={"slug": "copy"}, keep_live=True).execute()
    copied = RoundPage.objects.get(pk=copy.pk)
    assert not copied.live and copied.live_revision is None and copied.public_id != open_round.public_id
    assert not checking.is_checked(copied.latest_revision)
    with pytest.raises(MayNotGoLive):
        copied.latest_revision.publish()


def test_a_plan_copied_with_its_rounds_opens_none_of_them(open_round):
    plan = open_round.get_parent().specific
    copy = plan.copy(recursive=True, update_attrs={"slug": "copy-of-plan"})
    assert [child.live for child in copy.get_children()] == [False]


def test_a_copied_plain_page_has_no_label(info):
    factories.check_version(info.live_revision)
    assert label_of(info)
    copy = info.copy(update_attrs={"slug": "about-2"})
    assert InfoPage.objects.get(pk=copy.pk).live and label_of(InfoPage.objects.get(pk=copy.pk)) is None


@pytest.mark.parametrize("kind", ["open_round", "info"])
def test_there_is_no_alias(kind, request, admin):
    """An alias follows its original without a version of its own, so nothing could say that it was checked."""
    page = request.getfixturevalue(kind)
    with pytest.raises(MayNotGoLive, match=checking.ONE_ADDRESS):
        page.create_alias(update_slug="alias")
    sent = {"new_title": "Copy", "new_slug": "alias", "new_parent_page": page.get_parent().pk, "alias": "on"}
    answer = admin.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), sent, follow=True)
    assert len(said(answer)) == 1 and answer.status_code == 200
    assert not Page.objects.filter(slug="alias").exists()


@pytest.fixture
def french(settings):
    """A second language, as a site with translations has it. Returns the Locale."""
    from wagtail.models import Locale

    settings.WAGTAIL_I18N_ENABLED = True
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [("en-gb", "English"), ("fr", "French")]
    return Locale.objects.create(language_code="fr")


@pytest.mark.parametrize("is_alias", [False, True])
def test_a_translation_has_no_label(info, home_page, french, is_alias):
    """It begins as a draft without a check; as an alias, which translates nothing, there is none."""
    factories.check_version(info.live_revision)
    home_page.copy_for_translation(french, copy_parents=True)
    if is_alias:
        with pytest.raises(MayNotGoLive, match=checking.ONE_ADDRESS):
            info.copy_for_translation(french, alias=True)
        return
    translated = InfoPage.objects.get(pk=info.copy_for_translation(french).pk)
    assert not translated.live and not checking.is_checked(translated.get_latest_revision())
    translated.get_latest_revision().publish()
    assert label_of(InfoPage.objects.get(pk=translated.pk)) is None


def test_a_translated_round_needs_a_check_of_its_own(open_round, french):
    for above in open_round.get_ancestors()[1:]:  # the site's own address, the home page, all plans, the plan
        above.specific.copy_for_translation(french)
    translated = RoundPage.objects.get(pk=open_round.copy_for_translation(french).pk)
    assert not translated.live and translated.live_revision is None
    with pytest.raises(MayNotGoLive):
        translated.get_latest_revision().publish()


def test_an_earlier_checked_version_put_back_loses_the_label(info):
    """Published again it is another version, and nobody checked that one."""
    first = info.live_revision
    factories.check_version(first)
    later = changed(info)
    factories.check_version(later)
    later.publish()
    RevertToPageRevisionAction(InfoPage.objects.get(pk=info.pk), first).execute()
    restored = InfoPage.objects.get(pk=info.pk).latest_revision
    with pytest.raises(MayNotGoLive):
        restored.publish()
    assert label_of(InfoPage.objects.get(pk=info.pk)) and now(info).title == "Changed"


def test_a_live_round_is_not_moved(open_round, home_page):
    assert not open_round.can_move_to(factories.make_proposal())
    assert not open_round.permissions_for_user(factories.make_user(is_superuser=True)).can_move_to(home_page)


@pytest.mark.parametrize("kind", ["open_round", "info"])
def test_a_live_page_does_not_come_down_without_a_reason(kind, request):
    page = request.getfixturevalue(kind)
    with pytest.raises(MayNotGoLive, match="only with a reason"):
        page.unpublish()
    with pytest.raises(MayNotGoLive, match="only with a reason"):
        Page.objects.get(pk=page.pk).unpublish()  # as the plain kind, as Wagtail's lists do
    assert now(page).live


def test_an_administrator_is_refused_too(open_round, info):
    admin = factories.make_user(is_superuser=True)
    changed(info), changed(open_round)
    for page in (now(info), now(open_round)):
        may = page.permissions_for_user(admin)
        assert not (may.can_publish() or may.can_unpublish())
    assert not now(open_round).get_parent().permissions_for_user(admin).can_publish_subpage()


def test_publish_in_the_editor_keeps_a_draft_and_says_why(admin, info):
    factories.check_version(changed(info))  # so that the editor offers to publish, and then makes a new version
    address = reverse("wagtailadmin_pages:edit", args=[info.pk])
    answer = admin.post(address, page_form(**{"action-publish": "1"}), follow=True)
    assert answer.status_code == 200 and said(answer) == LIVE
    assert now(info).title == "About us" and now(info).draft_title == "Changed"


def test_there_is_no_publish_button_past_the_checkers(staff, info, draft, open_round):
    for page in (info, draft, open_round):
        text = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert 'name="action-publish"' not in text


def test_a_new_plain_page_is_published_and_says_that_it_is_not_checked(staff, home_page):
    address = reverse("wagtailadmin_pages:add", args=["home", "infopage", home_page.pk])
    staff.post(address, page_form(slug="new", **{"action-publish": "1"}))
    assert STILL_CHECKING in staff.get("/new/").content.decode()


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_several_pages_at_once(admin, info, open_round, action):
    changed(info), changed(open_round)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = f"?id={info.pk}&id={open_round.pk}&next=/admin/"
    answer = admin.post(address + ids, {"include_descendants": "on"}, follow=True)
    assert answer.status_code == 200
    assert now(info).live and now(info).title == "About us" and now(open_round).live


def test_a_plan_is_not_taken_down_with_its_rounds_in_one_go(admin, open_round):
    plan = open_round.get_parent()
    answer = admin.post(
        reverse("wagtailadmin_pages:unpublish", args=[plan.pk]), {"include_descendants": "on"}, follow=True
    )
    assert answer.status_code in (200, 403)
    assert now(plan).live and now(open_round).live


def test_copying_in_the_admin_makes_a_draft(admin, open_round):
    plan = open_round.get_parent()
    sent = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": plan.pk}
    address = reverse("wagtailadmin_pages:copy", args=[open_round.pk])
    assert b"You do not have permission to publish" in admin.post(address, sent | {"publish_copies": "on"}).content
    assert admin.post(address, sent, follow=True).status_code == 200
    assert not RoundPage.objects.get(slug="copy").live


def test_deleting_a_live_page_is_refused_kindly(admin, info):
    answer = admin.post(reverse("wagtailadmin_pages:delete", args=[info.pk]), follow=True)
    assert b"Take it down first, and keep it" in answer.content and now(info).live


def test_wagtails_own_api_for_staff_answers_without_an_error_page(admin, info):
    changed(info)
    for action in ("publish", "unpublish"):
        answer = admin.post(f"/admin/api/main/pages/{info.pk}/action/{action}/", content_type="application/json")
        assert answer.status_code in (400, 403, 404), (action, answer.content)
    assert now(info).live and now(info).title == "About us"


def test_a_preview_is_never_the_page_that_is_kept(client, info, settings):
    """docs/caching.md: the whole-page cache must not answer a preview with the live page."""
    settings.PAGE_CACHE_SECONDS = 60
    client.get("/about/")
    draft = changed(info, "A new title").as_object()
    assert b"A new title" in draft.make_preview_request(preview_mode="").content
    assert b"A new title" not in client.get("/about/").content


def test_questions_are_data_that_the_rules_read(open_round):
    """The rules look at the questions of a round too, and not at the standard words."""
    from easyread.wording import easy_words

    page = factories.make_round(
        questions=[factories.question_block("one", "Which bus?", choices=["Red", "Blue"], standard_text="Hereinafter")]
    )
    assert {"Which bus?", "Red", "Blue"} <= set(easy_words(page))
    assert "Hereinafter" not in easy_words(page)
