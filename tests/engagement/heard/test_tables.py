"""The exact counts of a closed round as a table: whole totals, for the Unit alone, safe in a spreadsheet."""

import csv
import io
import time

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from engagement.heard.models import ThemeAnswer
from engagement.people.roles import SECRETARY
from tests import factories
from tests.engagement.trail import made

pytestmark = pytest.mark.django_db


def table_of(answer):
    """The rows of a table that was answered, without its headings."""
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_it_holds_the_whole_totals_also_small_ones(staff, closed, question, say):
    """DESIGN.md 6.5: from rows. Of themes, whose words they are."""
    said = [say("Late."), say("Dear."), say("No seat.", provenance="someone_else")]
    theme = made.make_theme(closed, title="=1+1")
    ThemeAnswer.objects.create(theme=theme, answer=said[0])
    rows = table_of(staff.get(reverse("heard:counts", args=[closed.pk])))
    assert ["Voices", "", "", "3"] in rows and ["Voices: said by others", "", "", "1"] in rows
    assert ["Answers", question.text, "Answered", "3"] in rows
    assert ["Theme: people's own words", "'=1+1", "", "1"] in rows  # S4: no formula
    choices = {row[1] for row in rows if row[0] in ("Choices", "Things")}
    assert choices == {each.text for each in closed.question_rows.all() if each.choices.exists()}
    assert "Late." not in str(rows)


def test_there_is_none_while_a_round_is_open_and_none_for_others(staff, client, closed, open_round, roles):
    """DESIGN.md 6.9: two tables of an open round, and who answered between them, would tell a vote."""
    assert staff.get(reverse("heard:counts", args=[open_round.pk])).status_code in (302, 403)
    assert "Save the counts" not in staff.get(reverse("heard:round", args=[open_round.pk])).content.decode()
    assert "Save the counts" in staff.get(reverse("heard:round", args=[closed.pk])).content.decode()
    client.force_login(factories.make_user(SECRETARY))
    assert client.get(reverse("heard:counts", args=[closed.pk])).status_code in (302, 403)


def test_it_needs_a_second_step_on_a_real_site(staff, closed, settings, pmu):
    """S5: a table leaves the site; so who saves it shows twice who they are."""
    address = reverse("heard:counts", args=[closed.pk])
    settings.STAFF_SECOND_STEP = True
    Authenticator.objects.create(user=pmu, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert staff.get(address).url.startswith("/accounts/2fa/reauthenticate/")
    session = staff.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session["account_authentication_methods_user"] = str(pmu.pk)
    session.save()
    assert staff.get(address)["Content-Type"].startswith("text/csv")
