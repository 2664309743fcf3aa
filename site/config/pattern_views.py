"""All components on one page with the sample data that lies beside each (docs/front-end.md)."""

import json
from pathlib import Path

from django import forms
from django.shortcuts import render
from django.template.loader import render_to_string

from easyread.templatetags.easyread import dots

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = [
    ROOT / "site" / "templates" / "components",
    ROOT / "easyread" / "templates" / "easyread" / "components",
]


class SampleForm(forms.Form):
    """One field of each kind that people meet."""

    name = forms.CharField(label="What should we call you?", help_text="You do not have to say.", required=False)
    phone = forms.CharField(label="What is your phone number?")
    words = forms.CharField(label="What do you want to say?", widget=forms.Textarea)
    who = forms.ChoiceField(
        label="Who are you?",
        widget=forms.RadioSelect,
        choices=[
            ("person", "A person with a learning disability"),
            ("autistic", "An autistic person"),
            ("carer", "A carer"),
        ],
    )
    help_with = forms.MultipleChoiceField(
        label="What helps you?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("read", "Someone reads to me"), ("time", "More time"), ("pictures", "Pictures")],
    )
    agree = forms.BooleanField(label="You may show my words to other people")


def samples(name):
    """The samples of the component `name`, as a list of {"title", "html"}, made from the JSON file beside it."""
    found = json.loads(sample_files()[name].read_text())
    return [{"title": each["title"], "html": drawn(name, each["with"])} for each in found]


def drawn(name, parts):
    """The HTML of the component `name` with `parts` (dict)."""
    if name == "dots":
        parts = dots(**parts)
    return render_to_string(f"components/{name}.html", parts)


def names():
    """The components that have samples, in the order of the alphabet."""
    return sorted(sample_files())


def sample_files():
    """The file with the samples of each component: the site's own and the kit's. Returns a dict of name to Path."""
    return {file.stem: file for folder in COMPONENTS for file in folder.glob("*.json")}


def patterns(request):
    """The page of all components. `?only=card` shows one; `?dir=rtl` turns the page round."""
    wanted = [name for name in names() if request.GET.get("only") in (None, name)]
    return render(
        request,
        "pattern_page.html",
        {
            "components": [{"name": name, "samples": samples(name)} for name in wanted],
            "form": SampleForm() if request.GET.get("form") == "empty" else SampleForm({"name": "Sam", "phone": ""}),
            "direction": "rtl" if request.GET.get("dir") == "rtl" else "",
        },
    )
