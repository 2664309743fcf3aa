"""Make it work for me: one cookie, checked values, and pages that stay the same for everyone (12, Q12)."""

import pytest
from django.conf import settings

from home.look.css import css_of
from home.look.preferences import CHOICES, Look

CHOSEN = {
    "text": "bigger",
    "theme": "dark",
    "spacing": "more",
    "pictures": "off",
    "less": "yes",
    "back": "/have-your-say/",
}


def test_a_look_survives_its_cookie():
    wanted = Look(text="biggest", theme="soft", pictures="big")
    assert Look.from_cookie(wanted.as_cookie()) == wanted
    assert Look().as_cookie() == ""


@pytest.mark.parametrize(
    "nasty", [None, "", "text:huge", "theme:../../secret", "text:bigger}body{}", "a.b:c", "x" * 9000, "text"]
)
def test_anything_else_in_the_cookie_is_the_usual_look(nasty):
    assert Look.from_cookie(nasty) == Look()
    assert css_of(Look.from_cookie(nasty)) == ""


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_but_the_first_changes_something(name):
    first, *others = CHOICES[name]
    assert css_of(Look(**{name: first})) == ""
    for value in others:
        css = css_of(Look(**{name: value}))
        assert css and css.count("{") == css.count("}")


def test_themes_leave_printed_pages_alone():
    assert css_of(Look(theme="dark")).startswith("@media screen{:root {")


def test_the_stylesheet_is_private_and_varies(client):
    client.cookies["look"] = "text:bigger"
    answer = client.get("/look.css")
    assert answer.content.decode() == "html{font-size:125%}\n"
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert "Cookie" in answer["Vary"]
    assert client.get("/look.css", headers={"if-none-match": answer["ETag"]}).status_code == 304


@pytest.mark.django_db
def test_keeping_a_choice_sets_one_cookie_and_goes_back(client):
    answer = client.post("/look/", CHOSEN)
    assert (answer.status_code, answer["Location"]) == (303, "/have-your-say/")
    assert list(answer.cookies) == ["look"]
    cookie = answer.cookies["look"]
    assert Look.from_cookie(cookie.value) == Look("bigger", "dark", "more", "off", "yes")
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 365 * 24 * 3600
    assert not cookie["secure"]
    assert client.post("/look/", CHOSEN, secure=True).cookies["look"]["secure"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/look/?back=/look/",
        "\t//evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(client, back):
    assert client.post("/look/", CHOSEN | {"back": back})["Location"] == "/"
    assert client.get("/look/", {"back": back}).context["form"]["back"].value() == "/"


@pytest.mark.django_db
def test_as_it_was_clears_the_cookie(client):
    client.cookies["look"] = "text:bigger"
    assert client.post("/look/", CHOSEN | {"go": "clear"}).cookies["look"].value == ""


@pytest.mark.django_db
def test_a_wrong_value_is_told_kindly_and_keeps_nothing(client):
    answer = client.post("/look/", CHOSEN | {"text": "huge"})
    assert answer.status_code == 200 and not answer.cookies.get("look")
    assert "Please choose 1 of these." in answer.content.decode()


@pytest.mark.django_db
def test_the_form_shows_what_was_chosen_and_is_never_kept(client):
    client.cookies["look"] = "theme:dark"
    answer = client.get("/look/?back=/who-decides/")
    assert (
        'value="dark" id="id_theme_1" checked' in answer.content.decode()
        or answer.context["form"]["theme"].value() == "dark"
    )
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_the_form_must_come_from_our_page(rf):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/look/", CHOSEN).status_code == 403


@pytest.mark.django_db
def test_a_page_is_the_same_whatever_the_look(client):
    plain = client.get("/nowhere/").content
    client.cookies["look"] = "theme:dark.text:biggest"
    assert client.get("/nowhere/").content == plain
    assert b'<link rel="stylesheet" href="/look.css">\n</head>' in plain
    assert settings.SITE_NAME.encode() in plain


def test_words_only_and_no_faces_leave_out_what_is_drawn():
    """P6, Q4: every picture, sign and face goes; a row of choices closes up, and no rule names a word."""
    words, faces = css_of(Look(pictures="words")), css_of(Look(faces="no"))
    for drawn in (".picture", ".icon", ".thumb"):
        assert drawn in words.split("{display:none}")[0].split(",")
    assert "icon-face-" in faces and ".icon," not in faces and ":has(>.sample)){grid-template-columns" in words
    assert ".icon," not in css_of(Look(pictures="off"))


@pytest.mark.django_db
def test_the_speed_of_listen_is_in_the_cookie_alone(client):
    """Q12: the page is the same for everybody; the person's own stylesheet holds the number."""
    client.post("/look/", CHOSEN | {"listen": "slow", "faces": "no"})
    assert client.cookies["look"].value.endswith("faces:no.listen:slow")
    assert "--listen-rate:0.7" in client.get("/look.css").content.decode()
    assert b"listen-rate" not in client.get("/nowhere/").content
