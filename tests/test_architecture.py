"""The one-way rule (DESIGN.md 4): each room may use only what is to its right, in imports, keys and templates."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.urls import get_resolver

ROOT = Path(__file__).resolve().parents[1]
ROOMS = [
    "config",
    "home",
    "trail",
    "decisions",
    "shaping",
    "heard",
    "voices",
    "polls",
    "proposals",
    "bodies",
    "people",
    "record",
    "easyread",
]
FOLDERS = {name: ROOT / "engagement" / name for name in ROOMS} | {
    "config": ROOT / "site" / "config",
    "home": ROOT / "home",
    "easyread": ROOT / "easyread",
}
SHARED_TEMPLATES = ("base.html", "components/", "allauth/", "403", "404", "500", "django/", "wagtail", "account/")


def room_of(module):
    """The room a dotted module is in, or None when it is not ours."""
    parts = module.split(".")
    name = parts[1] if parts[0] == "engagement" and len(parts) > 1 else parts[0]
    return name if name in ROOMS else None


def may_use(user, used):
    return ROOMS.index(used) >= ROOMS.index(user)


def python_files():
    return [(room, path) for room, folder in FOLDERS.items() for path in folder.rglob("*.py")]


def imported_modules(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def wrong_imports():
    for room, path in python_files():
        for module in imported_modules(path):
            used = room_of(module)
            if used and not may_use(room, used):
                yield f"{path.relative_to(ROOT)} imports {module}"


def test_imports_point_one_way():
    assert not list(wrong_imports())


def test_keys_point_one_way():
    wrong = []
    for model in apps.get_models():
        room = room_of(model.__module__)
        for field in model._meta.get_fields():
            if not room or field.auto_created or not field.is_relation or not field.related_model:
                continue
            used = room_of(field.related_model.__module__)
            is_user = field.related_model._meta.label == "people.User"
            if used and not is_user and not may_use(room, used):
                wrong.append(f"{model._meta.label}.{field.name} → {used}")
    assert not wrong


def tags_in(path):
    """Every {% load %}, {% include %}, {% extends %} and {% url %} of a template, as (tag, first words)."""
    return re.findall(r"{%\s*(load|include|extends|url)\s+([^%]+?)\s*%}", path.read_text())


def template_room(name):
    path = Path(get_template(name).origin.name)
    return next((room for room, folder in FOLDERS.items() if folder in path.parents), None)


def room_of_address(name):
    view = find_view(get_resolver(), name)
    return room_of(view.__module__) if view else None


def find_view(resolver, name):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            found = find_view(pattern, name)
            if found:
                return found
        elif pattern.name == name:
            return pattern.callback
    return None


def library_room(name):
    return next((room for room, folder in FOLDERS.items() if (folder / "templatetags" / f"{name}.py").exists()), None)


def used_rooms(tag, words):
    first = words.split()[0].strip("'\"")
    if tag == "load":
        names = words.split(" from ")[-1].split()
        return {library_room(name) for name in names} - {None, "config"}
    if tag == "url":
        return {room_of_address(first)} - {None}
    if first.startswith(SHARED_TEMPLATES) or words[0] not in "'\"":
        return set()
    return {template_room(first)} - {None}


@pytest.mark.django_db
def test_templates_point_one_way():
    wrong = []
    for room, folder in FOLDERS.items():
        for path in folder.rglob("*.html"):
            for tag, words in tags_in(path):
                wrong += [
                    f"{path.relative_to(ROOT)}: {tag} {words}"
                    for used in used_rooms(tag, words)
                    if not may_use(room, used)
                ]
    assert not wrong


def test_easyread_rules_need_no_django():
    for path in (ROOT / "easyread" / "rules").rglob("*.py"):
        assert not [m for m in imported_modules(path) if m.split(".")[0] in {"django", "wagtail"}], path


def test_no_drawer_of_odds_and_ends():
    """`utils.py` is banned: name the thing (CODE.md 2)."""
    assert not [path for _, path in python_files() if path.stem in {"utils", "helpers", "misc", "common"}]


def test_files_stay_small():
    """Aim under 200 lines; over 300 must split (CODE.md 2)."""
    long = [(path, n) for _, path in python_files() if (n := len(path.read_text().splitlines())) > 300]
    assert not [item for item in long if "migrations" not in item[0].parts]
