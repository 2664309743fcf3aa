"""`manage.py easyread`: the command with Django."""

import json

import pytest
from django.core.management import CommandError, call_command

from easyread.models import KnownInitials

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    def _file(text, name="page.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return _file


def test_json_is_one_object_a_problem(file, capsys):
    with pytest.raises(SystemExit) as leaving:
        call_command("easyread", "--format", "json", file("You don't.\nBring two pens.\n"))
    problems = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert leaving.value.code == 1
    assert [one["rule"] for one in problems] == ["contraction", "number_word"]
    assert list(problems[0]) == ["rule", "id", "level", "start", "end", "text", "message", "suggestion"]


def test_several_files_name_the_file(file, capsys):
    first, second = file("It is 4 March.", "a.txt"), file("It is 5 May.", "b.txt")
    call_command("easyread", "--format", "json", first, second)
    assert [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()] == [first, second]


def test_text_tells_line_column_and_what_to_write(file, capsys):
    name = file("Read this.\nYou don't.\n")
    with pytest.raises(SystemExit):
        call_command("easyread", name)
    out = capsys.readouterr().out
    assert out.startswith(f'{name}:2:5: error W10 contraction: "don\'t".')
    assert out.strip().endswith("Write: do not")


def test_a_question_is_checked_as_one(file, capsys):
    with pytest.raises(SystemExit):
        call_command("easyread", "--question", file("Do you agree?"))
    assert "Q3 agree_question" in capsys.readouterr().out


def test_words_can_be_let_through(file, capsys):
    call_command("easyread", "--allow", "ICB", "--explained", "governance", file("The ICB has governance."))
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_read_is_named_kindly(tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("easyread", str(tmp_path / "none.txt"))
    assert refused.value.returncode == 2


def test_the_lists_of_the_site_are_known(file, capsys):
    """W4: what staff let pass passes; the rules alone can be asked for too."""
    KnownInitials.objects.create(words="KCHFT")
    call_command("easyread", file("The KCHFT is here."))
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit):
        call_command("easyread", "--without-lists", file("The KCHFT is here."))
