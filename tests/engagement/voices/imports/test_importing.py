"""A spreadsheet becomes voices: all of it or nothing, and the same row never twice (R2, 3.2, 3.5)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from engagement.heard.models import Reading
from engagement.voices import flows
from engagement.voices.flows import import_undoing as undoing
from engagement.voices.flows import importing
from engagement.voices.flows.import_undoing import begin_undo, undo_import
from engagement.voices.flows.importing import begin_import, clear_import, do_import, name_columns, upload_sheet
from engagement.voices.imports import answered, person
from engagement.voices.imports import columns as said
from engagement.voices.imports import rows as row_words
from engagement.voices.models import (
    Answer,
    AnswerChoice,
    Card,
    ColumnMapping,
    Consent,
    Import,
    ImportedRow,
    ImportFile,
    Support,
    Voice,
    Vote,
)
from engagement.voices.reports import count_round
from tests import factories
from tests.engagement.voices.conftest import close
from tests.engagement.voices.imports.conftest import HEAD, csv_file, make_worker, rows, targets_of, xlsx_file

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_whole_voice(make, worker, organisation, open_round):
    """Answers, a choice, several choices, a vote, consent, who it is, a card, and how it came."""
    head = [*HEAD, "Where", "Who", "Show"]
    sheet = make(csv_file([[*rows(1)[0], "Thanet", "An autistic person", "Yes"]], head))
    voice = Voice.objects.get()
    assert (sheet.state, sheet.new, sheet.wrong) == ("done", 1, 0)
    assert (voice.channel, voice.provenance, voice.speaking) == ("paper", "own_words", "autistic")
    assert (voice.entered_by, voice.recorded, bool(voice.salt)) == (worker, False, True)
    assert Answer.objects.get(question__kind="words").words == "Words of person 1."
    assert set(AnswerChoice.objects.values_list("choice__text", flat=True)) == {"Yes", "Pictures", "Time"}
    assert Vote.objects.get().choice.text == "All together" and Vote.objects.get().poll.frozen_at
    assert (voice.about_you.place, voice.about_you.who) == ("Thanet", ["autistic"])
    assert list(Consent.objects.values_list("kind", flat=True)) == ["publish"]
    assert Support.objects.get().organisation == organisation and len(Card.objects.get().code) == 8
    assert count_round(open_round).voices.total == 1


def test_the_file_goes_once_it_is_done(make):
    sheet = make(csv_file(rows()))
    assert not ImportFile.objects.exists() and sheet.examples == [] and len(sheet.file_hash) == 64


def test_nothing_is_made_before_it_is_done(bring):
    sheet = bring(csv_file(rows(3)))
    assert (sheet.state, sheet.rows, sheet.new) == ("checked", 3, 3) and not Voice.objects.exists()


def test_one_wrong_row_and_nothing_is_made(bring, worker):
    """Row and column, and one kind sentence each."""
    below = rows(3)
    below[1][3] = "Perhaps"
    below[2][1] = ""
    sheet = bring(csv_file(below))
    assert [(p.row, p.column, p.sentence) for p in sheet.problems.all()] == [
        (3, "Do you like the bus?", answered.NO_SUCH_CHOICE),
        (4, "Whose words", person.NO_WHOSE),
    ]
    with pytest.raises(ValidationError, match=importing.STILL_WRONG):
        begin_import(sheet=sheet, by=worker)
    assert not Voice.objects.exists()


def test_the_same_file_makes_nothing_twice(make, bring, worker, open_round, organisation):
    """Refused by its hash; and the same rows in another file are known by their number."""
    make(csv_file(rows(2)))
    with pytest.raises(ValidationError, match=importing.SAME_FILE):
        upload_sheet(round=open_round, organisation=organisation, by=worker, name="again", data=csv_file(rows(2)))
    sheet = bring(csv_file(rows(3), separator=";"))
    assert (sheet.known, sheet.new) == (2, 1)
    do_import(sheet=begin_import(sheet=sheet, by=worker))
    again = bring(xlsx_file(rows(3)))
    assert (again.known, again.new) == (3, 0) and Voice.objects.count() == 3
    with pytest.raises(ValidationError, match=importing.NOTHING_NEW):
        begin_import(sheet=again, by=worker)


def test_rows_without_a_number_are_known_by_what_they_say(make, bring):
    """Two people may say the same; a longer file holds only what is new."""
    head, same = HEAD[1:], [row[1:] for row in rows(1)]
    make(csv_file(same * 2, head))
    assert Voice.objects.count() == 2
    sheet = bring(csv_file([*same * 2, rows(1, first=9)[0][1:]], head))
    assert (sheet.known, sheet.new) == (2, 1)


def test_doing_it_again_does_nothing(make):
    sheet = make(csv_file(rows()))
    Import.objects.update(state="done")
    assert do_import(sheet=sheet).state == "done" and Voice.objects.count() == 2


def test_a_row_that_became_wrong_meanwhile_stops_all(bring, worker, open_round):
    """Between the look and "Do it" a question was taken out: nothing is made, and the page says what is wrong."""
    sheet = begin_import(sheet=bring(csv_file(rows())), by=worker)
    close(open_round, days_ago=3)
    sheet = do_import(sheet=sheet)
    assert (sheet.state, sheet.wrong) == ("checked", 2) and not Voice.objects.exists()


def test_a_fault_in_the_middle_leaves_nothing(bring, worker, monkeypatch):
    from engagement.voices.flows import import_rows

    monkeypatch.setattr(import_rows, "add_cards", lambda *args: 1 / 0)
    sheet = begin_import(sheet=bring(csv_file(rows())), by=worker)
    with pytest.raises(ZeroDivisionError):
        do_import(sheet=sheet)
    assert not Voice.objects.exists() and not ImportedRow.objects.exists() and ImportFile.objects.exists()


def test_facts_are_put_on_record_in_batches(make, open_round):
    make(csv_file(rows(7)))
    assert flows.record_voices(round=open_round) == 0
    make(csv_file(rows(1, first=8)))
    assert flows.record_voices(round=open_round) == 8


def test_after_closing_the_totals_are_counted_anew(make, open_round):
    close(open_round, days_ago=0)
    below = rows(1)
    close(open_round, days_ago=2)
    assert count_round(open_round).voices.total == 0
    below[0][2] = factories.today(-3).isoformat()
    make(csv_file(below))
    assert count_round(open_round).voices.total == 1


@pytest.mark.parametrize(
    "place,value,sentence",
    [
        (0, "", row_words.NO_ID),
        (1, "Somebody", person.WHOSE_UNKNOWN),
        (2, "31/2/2027", said.NOT_A_DAY),
        (2, "1/1/2001", said.NOT_OPEN),
        (4, "None of these", answered.NO_SUCH_CHOICE),
        (6, "x" * 5001, answered.TOO_LONG),
    ],
)
def test_what_can_be_wrong_in_a_cell(bring, place, value, sentence):
    below = rows(1)
    below[0][place] = value
    problem = bring(csv_file(below)).problems.get()
    assert (problem.row, problem.column, problem.sentence) == (2, HEAD[place], sentence)


@pytest.mark.parametrize(
    "name,value,sentence",
    [
        ("Where", "Paris", person.PLACE_UNKNOWN),
        ("Who", "A dog", person.WHO_UNKNOWN),
        ("Show", "Hm", person.YES_OR_NO),
    ],
)
def test_what_can_be_wrong_about_the_person(bring, name, value, sentence):
    assert bring(csv_file([[*rows(1)[0], value]], [*HEAD, name])).problems.get().sentence == sentence


def test_the_same_number_twice_in_a_file(bring):
    assert bring(csv_file(rows(1) * 2)).problems.get().sentence == row_words.SAME_ID


@pytest.mark.parametrize(
    "value,state", [("", "blank"), ("could not read", "unreadable"), ("I am not sure", "not_sure")]
)
def test_blanks_are_no_answers_and_no_noes(make, value, state):
    """3.5: left empty, could not be read, not sure: three different values."""
    below = rows(1)
    below[0][6] = value
    make(csv_file(below))
    assert Answer.objects.get(question__kind="words").state == state


def test_choices_by_text_standard_text_or_number(make, open_round):
    question = open_round.question_rows.get(kind="yes_no")
    question.choices.filter(meaning="no").update(standard_text="I do not agree")
    below = rows(3)
    for row, value in zip(below, (" yes. ", "I do not agree", "3"), strict=True):
        row[3] = value
    make(csv_file(below))
    told = AnswerChoice.objects.filter(answer__question=question).order_by("answer__voice__imported_row__row")
    assert [row.choice.text for row in told] == ["Yes", "No", "I am not sure"]


def test_a_column_for_each_choice_as_other_tools_write_it(make, open_round):
    question = open_round.question_rows.get(kind="several")
    choices = list(question.choices.all())
    head = ["Whose words", "Day", "Pictures", "Time", "A friend"]
    targets = {"0": "provenance", "1": "date"} | {str(n + 2): f"c:{c.public_id}" for n, c in enumerate(choices)}
    make(csv_file([["own words", factories.today().isoformat(), "1", "0", "A friend"]], head), targets)
    assert set(AnswerChoice.objects.values_list("choice__text", flat=True)) == {"Pictures", "A friend"}


def test_an_empty_row_makes_nobody(make):
    below = [*rows(1), [2, "own words", factories.today().isoformat(), "", "", "", ""]]
    sheet = make(csv_file(below))
    assert (sheet.new, sheet.empty) == (1, 1) and Voice.objects.count() == 1


@pytest.mark.parametrize(
    "leave,whole,sentence",
    [
        ("Whose words", {}, said.NO_PROVENANCE),
        ("Day", {}, said.NO_DATE),
        ("Day", {"date": "soon"}, said.NOT_A_DAY),
        ("Day", {"date": "2001-01-01"}, said.NOT_OPEN),
        ("", {"provenance": "own_words"}, said.TWO_PROVENANCES),
        ("", {"date": "2027-01-01"}, said.TWO_DATES),
        ("", {"channel": ""}, said.NO_CHANNEL),
        ("", {"channel": "magic"}, said.NO_CHANNEL),
    ],
)
def test_what_must_be_said_of_the_whole_file(bring, leave, whole, sentence):
    """3.2: whose words is never guessed and never has a default."""
    head = [name for name in HEAD if name != leave]
    below = [[value for name, value in zip(HEAD, row, strict=True) if name != leave] for row in rows(1)]
    with pytest.raises(ValidationError, match=sentence):
        bring(csv_file(below, head), **whole)


def test_a_column_twice_and_no_question(bring, open_round):
    targets = targets_of(open_round, HEAD)
    question = targets["6"]
    with pytest.raises(ValidationError, match=said.TWICE.format("a question")):
        bring(csv_file(rows(1)), targets | {"5": question})
    with pytest.raises(ValidationError, match=said.NO_QUESTION):
        bring(csv_file(rows(2)), {"1": "provenance", "2": "date"})
    with pytest.raises(ValidationError, match=said.UNKNOWN):
        bring(csv_file(rows(3)), targets | {"5": "q:nothing"})


def test_columns_are_remembered_for_the_organisation(make, open_round, organisation):
    make(csv_file(rows(1)))
    kept = ColumnMapping.objects.get()
    assert (kept.organisation, kept.round, kept.columns) == (organisation, open_round, HEAD)


def test_own_words_with_a_summary_alone_is_refused(bring, open_round):
    question = open_round.question_rows.get(kind="words")
    targets = targets_of(open_round, HEAD) | {"6": f"s:{question.public_id}"}
    assert bring(csv_file(rows(1)), targets).problems.get().sentence == answered.NOT_ONLY_SUMMARY


def test_only_the_worker_who_brought_it(bring, organisation, open_round):
    sheet = bring(csv_file(rows()))
    for act in (begin_import, clear_import):
        with pytest.raises(PermissionDenied):
            act(sheet=sheet, by=make_worker(organisation))
    with pytest.raises(PermissionDenied):
        upload_sheet(round=open_round, organisation=organisation, by=factories.make_user(), name="a", data=b"a\n1")
    with pytest.raises(PermissionDenied):
        name_columns(sheet=sheet, by=make_worker(organisation), mapping=sheet.mapping)


def test_it_can_be_taken_back_as_a_whole_and_brought_in_again(make, worker):
    sheet = make(csv_file(rows()))
    with pytest.raises(ValidationError, match=undoing.NO_REASON):
        begin_undo(sheet=sheet, by=worker, reason=" ")
    undo_import(sheet=begin_undo(sheet=sheet, by=worker, reason="It was the wrong file."))
    assert not Voice.objects.standing().exists() and not Answer.objects.exclude(words="").exists()
    assert make(csv_file(rows())).new == 2 and Voice.objects.standing().count() == 2


@pytest.mark.parametrize(
    "what,sentence", [("read", undoing.WAS_READ), ("changed", undoing.WAS_CHANGED), ("closed", undoing.CLOSED)]
)
def test_what_was_read_or_changed_is_not_taken_back(make, worker, open_round, pmu, what, sentence):
    sheet = make(csv_file(rows()))
    if what == "read":
        Reading.objects.create(answer=Answer.objects.get(words="Words of person 1."), read_by=pmu, may_show=True)
    elif what == "changed":
        Voice.objects.filter(pk=Voice.objects.first().pk).update(changed_at="2026-01-01T00:00Z")
    else:
        close(open_round)
    with pytest.raises(ValidationError, match=sentence):
        begin_undo(sheet=sheet, by=worker, reason="Wrong.")


def test_what_nobody_finished_goes_after_a_while(bring, make):
    """A spreadsheet with people's words is not kept for ever; one that was imported stays in the list."""
    make(csv_file(rows()))
    bring(csv_file(rows(1, first=9)))
    assert importing.clear_old_imports() == 0
    Import.objects.update(uploaded_at=timezone.now() - timedelta(days=31))
    assert importing.clear_old_imports() == 1
    assert Import.objects.get().state == "done" and not ImportFile.objects.exists()


def test_who_took_it_back_stays_out(make, bring):
    """The same row in another file does not bring back what a person took back."""
    make(csv_file(rows(1)))
    flows.take_back(voice=Voice.objects.get())
    assert bring(csv_file(rows(1), separator=";")).known == 1
