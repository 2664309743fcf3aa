"""What this room adds to Wagtail's admin: a page that people have answered is not deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component

from engagement.bodies.permissions import leads_of, may_say_who_works_there, organisations_of
from engagement.people.roles import ADVOCACY_WORKER
from engagement.proposals.models import RoundPage

from .models import CallRequest, Concern, Voice
from .opposites import notes_on_opposites
from .preview import questions_preview
from .safeguarding import site_has_lead, told_numbers
from .viewsets import CallsViewSet, EaseViewSet, MenuItemFor, NewCardViewSet, SafeguardingViewSet, TargetsViewSet

HAS_VOICES = (
    "“%s” cannot be deleted: people have answered here, and nothing said is lost. "
    "You can take it down, so that the public do not see it."
)


@hooks.register("register_admin_viewset")
def screens():
    """The screens of this room."""
    return [NewCardViewSet(), SafeguardingViewSet(), TargetsViewSet(), CallsViewSet(), EaseViewSet()]


@hooks.register("register_admin_menu_item")
def paper_menu_item():
    """The way to the paper forms, whose pages stand outside the admin: workers without access to it use them too."""
    where = {"name": "paper-forms", "icon_name": "doc-full", "order": 131}
    return MenuItemFor("Paper forms", "/support/paper/", permission="voices.type_paper", **where)


@hooks.register("register_log_actions")
def logged(actions):
    """What this room writes in the site's history: never a word, a link or an address."""
    actions.register_action("voices.new_card", "New card", "Gave the person a new card")
    actions.register_action("voices.entered", "Entered", "Entered what a person said")
    actions.register_action("voices.typed_in", "Typed in", "Typed in a paper form")
    actions.register_action("voices.typed_twice", "Typed twice", "Typed in a paper form as the second person")
    actions.register_action("voices.scan_added", "Scan", "Added the picture of a paper form")
    actions.register_action("voices.scan_removed", "Scan removed", "Removed the picture of a paper form")
    actions.register_action("voices.target_set", "Target", "Said how many people the round hopes to hear")
    actions.register_action("voices.target_removed", "Target removed", "Took away whom the round hopes to hear")
    actions.register_action("voices.imported", "Imported", "Imported a spreadsheet of answers")
    actions.register_action("voices.import_undone", "Import taken back", "Took back an imported spreadsheet")
    actions.register_action("voices.exported", "Saved as a table", "Saved what the organisation entered as a table")
    actions.register_action("voices.worry_word", "Words that worry", "Changed the list of words that worry")
    actions.register_action("voices.corrected", "Put right", "Put right what a person said")
    actions.register_action("voices.consent_withdrawn", "Agrees no longer", "Wrote down that a person agrees no longer")


@hooks.register("preview_questions")
def questions_as_people_see_them(page, request):
    """The preview of a round's questions, each in the frame of answering."""
    return questions_preview(page, request)


@hooks.register("question_quality")
def yes_to_both(round):
    """What staff should know of questions that ask the opposite of each other (Q3)."""
    return notes_on_opposites(round)


@hooks.register("where_to")
def where_workers_go(user):
    """Where an advocacy worker goes after signing in. `user`: User. Returns str, or None for others."""
    return "/support/" if user.has_role(ADVOCACY_WORKER) else None


def has_voices(page):
    """Whether people gave voices in `page` (Page) or in a page below it. Returns bool."""
    rounds = RoundPage.objects.descendant_of(page, inclusive=True)
    return Voice.objects.filter(round__in=rounds.order_by().values("pk")).exists()


def refuse(request, page):
    """Say kindly why `page` stays, and go back to where it is listed. Returns HttpResponse."""
    messages.error(request, HAS_VOICES % page.get_admin_display_title())
    parent = page.get_parent()
    return redirect("wagtailadmin_explore", parent.pk) if parent else redirect("wagtailadmin_home")


@hooks.register("before_delete_page", order=-1)  # this says more than that the page is live
def keep_a_page_with_voices(request, page):
    """Stock Wagtail would answer with an error page: what people said protects the round (SEAMS.md, Questions)."""
    return refuse(request, page) if has_voices(page) else None


@hooks.register("before_bulk_action", order=-1)
def keep_pages_with_voices(request, action_type, objects, action_class_instance):
    """The same when several pages are deleted at once: none of them goes."""
    if action_type != "delete" or not all(hasattr(thing, "get_parent") for thing in objects):
        return None
    kept = next((page for page in objects if has_voices(page)), None)
    return refuse(request, kept) if kept else None


@hooks.register("support_links")
def workshops(user):
    """On the first page of a worker: counting hands and writing down words with a group."""
    words = ["Count hands on a big screen.", "Write down what a group said."]
    return [{"title": "Workshops", "words": words, "href": reverse("group"), "icon": "people"}]


@hooks.register("support_links")
def paper_forms(user):
    """On the first page of a worker: forms to print and to type in."""
    words = ["Print paper forms.", "Type in the forms that come back."]
    return [{"title": "Paper forms", "words": words, "href": reverse("support_paper"), "icon": "paper"}]


@hooks.register("support_links")
def people_to_phone(user):
    """On the first page of a worker: who asked for a call, where their organisation phones somebody."""
    waiting = CallRequest.objects.given_to(organisations_of(user)).filter(done_at=None).count()
    if not waiting:
        return []
    words = ["1 person asked for a call." if waiting == 1 else f"{waiting} people asked for a call."]
    return [{"title": "People to phone", "words": words, "href": reverse("support_calls"), "icon": "phone"}]


@hooks.register("support_links")
def numbers_and_import(user):
    """On the first page of a worker: who we still want to hear, and spreadsheets."""
    numbers = {"title": "Who we still want to hear", "words": ["See who was heard so far.", "See where to go next."]}
    sheets = {"title": "Bring in a spreadsheet", "words": ["Bring in many answers at once."]}
    return [
        numbers | {"href": reverse("numbers"), "icon": "people"},
        sheets | {"href": reverse("imports"), "icon": "data"},
    ]


class SafeguardingPanel(Component):
    """How many concerns wait, for how long, and whether the leads could be told: numbers, and no word of them."""

    name, order, ours = "safeguarding", 5, True
    template_name = "voices/safeguarding/panel.html"

    def __init__(self, user, leads):
        self.names, self.leads = may_say_who_works_there(user), leads

    def get_context_data(self, parent_context):
        concerns = Concern.objects.for_leads(self.leads) if self.leads else Concern.objects.all()
        return {
            "numbers": told_numbers(concerns),
            "has_lead": site_has_lead(),
            "opens": bool(self.leads),
            "names": self.names,
        }


@hooks.register("construct_homepage_panels")
def concerns_waiting(request, panels):
    """Put what is worrying first on the first screen of leads and of the Programme Management Unit."""
    leads = leads_of(request.user)
    if leads or may_say_who_works_there(request.user):
        panels.append(SafeguardingPanel(request.user, leads))


class CallsPanel(Component):
    """How many people wait for a call: a number, and no number to phone."""

    name, order, ours = "calls", 6, True
    template_name = "voices/calls_panel.html"

    def __init__(self, count):
        self.count = count

    def get_context_data(self, parent_context):
        return {"count": self.count}


@hooks.register("construct_homepage_panels")
def calls_waiting(request, panels):
    """Put the people who wait for a call on the first screen of those who phone."""
    if request.user.has_perm("voices.phone_people") and (count := CallRequest.objects.filter(done_at=None).count()):
        panels.append(CallsPanel(count))
