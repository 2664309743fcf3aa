"""One sentence or picture of a draft that somebody says something about, and the page when nobody can now."""

from django.http import Http404
from django.shortcuts import render
from django.utils.functional import cached_property

from easyread.reading import fetch
from engagement.voices.keys import key_of

from ..gates import newest_of
from ..models import Draft, UnsentWords
from ..places import place_in


def not_here(request, plan, newest, *, is_newer, is_open, words=""):
    """The page of a sentence about which nobody can say something now. What was typed stands there to be copied."""
    context = {
        "plan": plan,
        "is_example": plan.is_example,
        "is_newer": is_newer,
        "is_open": is_open,
        "draft_href": f"{plan.address}draft-{newest.number}/",
        "number": newest.number,
        "words": words,
    }
    return render(request, "shaping/say_not_here.html", context)


class Touched:
    """What one request is about: a draft of the plan of the visit's round, and one sentence or picture of it."""

    def __init__(self, visit, number, key):
        self.visit, self.number, self.key = visit, number, key
        self.plan = visit.round.proposal
        if self.plan is None:
            raise Http404("There is no draft here.")
        self.plan.address = f"/{'/'.join(visit.address.split('/')[:-1])}/"
        self.draft = Draft.objects.published().filter(proposal=self.plan, number=number).first()
        self.place = self.draft and place_in(self.draft.easy_read, key)
        self.newest = newest_of(self.plan.pk)
        if self.draft is None:
            raise Http404("There is no such draft.")

    @property
    def is_there(self):
        """Whether people can say something about it now."""
        of_kind = self.visit.round.kind == self.visit.round.Kind.MAKE_TOGETHER
        return bool(of_kind and self.visit.is_open and self.place and self.newest == self.draft)

    @property
    def here(self):
        """The name of this page, as `answer/ask/` knows the page to go back to (str)."""
        return f"say-{self.number}-{self.key}"

    @property
    def draft_href(self):
        """The sentence on the page of the draft (str)."""
        return f"{self.plan.address}draft-{self.number}/#s-{self.key}"

    def link(self, name):
        """The address of the page `name` about the same sentence (str)."""
        return self.visit.link(name, self.number, self.key)

    def shown(self):
        """What every page about it prints. Returns a dict."""
        pictures = fetch({self.place.picture}) if self.place.picture else {}
        return {
            "place": self.place,
            "number": self.number,
            "picture": pictures.get(self.place.picture),
            "draft_href": self.draft_href,
        }

    @cached_property
    def kept_words(self):
        """What this device typed here before and did not send (str)."""
        if not self.visit.secret:
            return ""
        rows = UnsentWords.objects.filter(key=key_of(self.visit.secret), draft=self.draft, place=self.key)
        return rows.values_list("words", flat=True).first() or ""
