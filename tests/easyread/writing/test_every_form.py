"""Every form of staff whose words everybody reads has the help (issue 7): a new field has it, or says here why not."""

import pytest
from django import forms
from django.urls import get_resolver
from wagtail.admin.viewsets import viewsets
from wagtail.models import get_page_models

from easyread.writing.panel import Writing
from easyread.writing.widgets import EasyRead
from engagement.polls.forms import WordsForm

OURS = ("easyread", "engagement", "home")
# Why a field to type in needs no help with Easy Read.
STANDARD = {"standard", "standard_text", "official", "remit"}  # in standard words, or a paper's own
A_NAME = "a name, a role, a number or a place"
A_PERSON = "exactly what a person said or asked"
STAFF = "only staff read it"
WITHOUT = {
    A_NAME: (
        "FactsForm.place FactsForm.contact_name FactsForm.contact_phone PlanMeetingForm.place Meeting.place "
        "PlanMeetingForm.contact_name PlanMeetingForm.contact_phone PaperForm.checked_by PlaceForm.name "
        "WorkerForm.name WorkerForm.phone LeadForm.name ActionForm.owner_role ActionOfReplyForm.owner_role "
        "MeetingForm.place DebtAnswerForm.role WriterForm.name NameForm.name SupporterForm.name DetailsForm.place "
        "DetailsForm.facilitator MoreForm.seen_by NewCardForm.code NewCardForm.email Workshop.run_by Body.name "
        "Body.seats.role Body.authorities.section Body.seats.section Body.reporting_lines.section Body.facts.section "
        "Body.facts.when_words Paper.title Paper.short_title Paper.publisher Paper.date_words "
        "ProposalPage.duty_looked_at_by ProposalPage.contact_name ProposalPage.contact_phone "
        "ProposalPage.contact_address"
    ),
    A_PERSON: (
        "ReadForm.shown_words ReadForm.transcript LookForm.words QuoteForm.words "
        "ReadingForm.shown_words AskForm.words StatementForm.words ReadingForm.text"
    ),
    STAFF: (
        "FilmForm.title ReadingForm.speaker SentenceForm.speaker CoveredForm.words TimeForm.reason LookForm.reason "
        "ReadingForm.reason WorriedForm.worry WorryWordForm.word SettleForm.refusal WriterForm.how CloseForm.words "
        "DoneForm.words DoneForm.to Workshop.photos.consent_how CommunityWord.words CommunityWord.why "
        "PlainerWord.words PlainerWord.instead GlossaryWord.words KnownInitials.words KnownInitials.stands_for "
        "OneThing.words OneThing.leave_out"
    ),
    "the screen itself shows each part with what needs work": "TextForm.text",
    "as it stood in the earlier draft": "Draft.changes.before",
}
NEEDS_NONE = {name for names in WITHOUT.values() for name in names.split()}
OF_WAGTAIL = {"seo_title", "search_description", "comments.text", "comments.contentpath", "comments.position"}


def kinds_of(form):
    """The classes below `form`, all the way down. Yields classes."""
    for kind in form.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def typed_in(fields):
    """The names of those `fields` (dict) that people type words in and that have no help of their own."""
    return [
        name
        for name, field in fields.items()
        if type(field) is forms.CharField and not isinstance(field.widget, (EasyRead, forms.HiddenInput))
    ]


def forms_without():
    """Each field to type in of our own forms without the help, as "Form.field"."""
    assert get_resolver().url_patterns  # every screen is there now
    for form in kinds_of(forms.BaseForm):
        if form.__module__.split(".")[0] in OURS:
            yield from (f"{form.__name__}.{name}" for name in typed_in(getattr(form, "base_fields", {})))


def in_panels(panel):
    """A `panel` and the panels in it, all the way down. Yields Panels."""
    yield panel
    for one in getattr(panel, "children", []):
        yield from in_panels(one)


def handlers():
    """What each kind of page, and each other thing in the admin, is filled in with. Yields (name, panel)."""
    for model in get_page_models():
        if model.__module__.split(".")[0] in OURS:
            yield model.__name__, model.get_edit_handler()
    for one in viewsets.viewsets:
        if handler := getattr(one, "get_edit_handler", lambda: None)():
            yield one.model.__name__, handler.bind_to_model(one.model)


def panels_without():
    """Each field to type in of a form of Wagtail's without the help, as "Model.field" or "Model.rows.field"."""
    for name, handler in handlers():
        helped = {field for panel in in_panels(handler) if isinstance(panel, Writing) for field in panel.easy_fields}
        form = handler.get_form_class()
        fields = typed_in(form.base_fields)
        for rows, kind in getattr(form, "formsets", {}).items():
            fields += [f"{rows}.{field}" for field in typed_in(kind.form.base_fields)]
        yield from (f"{name}.{field}" for field in fields if field not in helped | OF_WAGTAIL)


@pytest.mark.parametrize("found", [forms_without, panels_without])
@pytest.mark.django_db
def test_a_field_has_the_help_or_needs_none(found):
    left = [name for name in found() if name not in NEEDS_NONE and name.split(".")[-1] not in STANDARD]
    assert left == []


@pytest.mark.django_db
def test_every_stream_of_easy_read_has_it():
    """A stream of Easy Read blocks is named in the panel of its form."""
    for name, handler in handlers():
        streams = {
            stream for panel in in_panels(handler) if isinstance(panel, Writing) for stream in panel.easy_streams
        }
        wanted = {"easy_read", "questions"} & set(handler.get_form_class().base_fields)
        assert wanted <= streams, name


def test_the_new_words_of_a_question_and_of_each_choice_have_it():
    """Their fields are made for each question, so that no class knows them."""
    earlier = {"text": "A?", "standard_text": "", "help": "", "picture": None}
    form = WordsForm(earlier=earlier | {"choices": [{"id": "x", "text": "B", "standard_text": "", "picture": None}]})
    assert {name for name, field in form.fields.items() if isinstance(field.widget, EasyRead)} == {
        *("text", "help", "choice-x", "why")
    }
