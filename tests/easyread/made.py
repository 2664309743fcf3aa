"""Papers made in few lines, for tests of printing."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from easyread.models import Picture
from easyread.printing import HardWord, Heading, Idea, Notice, Option, Paper, Question, Section

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><circle cx="36" cy="36" r="30"/></svg>'


def make_bus():
    """A drawing with its file."""
    name = default_storage.save("original_images/print-bus.svg", ContentFile(SVG))
    return Picture.objects.create(
        title="Bus",
        picture_set="openmoji",
        file=name,
        width=72,
        height=72,
        author="Ann Artist",
        licence="CC BY-SA 4.0",
        licence_url="https://creativecommons.org/licenses/by-sa/4.0/",
    )


def make_paper(ideas=3, picture=None, **values):
    """A paper with one section of so many `ideas` (int)."""
    parts = [
        Idea(words=[f"This is idea {n}.", f"It has {n} as its number.", "It ends."], picture=picture)
        for n in range(ideas)
    ]
    given = {"title": "Moving on at 16", "address": "/have-your-say/moving-on/", "site_name": "Our Voice, Our Decision"}
    return Paper(**given | {"sections": [Section("What this is", parts)] if parts else [], "picture": picture} | values)


def one_of_each(picture=None):
    """A paper with every kind of part."""
    parts = [
        Notice(title="We ask what you think", words=["Your answers help them to decide."]),
        HardWord(word="Zebra", words=["A zebra has stripes."], picture=picture),
        HardWord(word="Alliance", words=["An alliance is a group."], picture=picture),
        Idea(words=["You talk."], number=1, picture=picture),
        Heading("The ways"),
        Option(title="By bus", words=["It goes."], good=["It is cheap."], bad=["It is slow."], picture=picture),
        Heading("Smaller", level=4),
        Question(number=1, text="Do you like it?", words=["Help."], picture=picture, choices=[Idea(["Yes"], picture)]),
        Question(number=2, text="What else?", words=[], choices=[]),
        Idea(title="Pay for it", strong="Done.", words=["We paid."], picture=picture),
    ]
    contact = {"name": "The team", "ways": [{"text": "Phone 01632 960 116"}]}
    return make_paper(words=["You can answer now."], sections=[Section("All", parts)], contact=contact, picture=picture)
