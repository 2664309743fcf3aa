"""What one can touch on the page of a draft: each sentence and picture, and how many said that it is hard or wrong."""

from dataclasses import dataclass, field

from django.db.models import Count

from easyread.reading import fetch
from engagement.proposals.models import RoundPage
from engagement.shaping.models import Comment
from engagement.shaping.places import groups_of
from engagement.voices.small_numbers import is_small

from .meanings import NO_SPLIT

SAID = {Comment.Kind.HARD: "{:,} voices said: this is hard.", Comment.Kind.WRONG: "{:,} voices said: this is wrong."}
LABELS = {"good": "A good point", "bad": "A bad point"}


@dataclass
class Touched:
    """One sentence or picture as it is shown. `said`: what many said of it, a list of Easy Read sentences."""

    key: str
    words: str
    href: str
    label: str
    said: list = field(default_factory=list)


@dataclass
class Group:
    """A picture (Picture or None) with the sentences beside it; `picture_link`: how one says something about it."""

    kind: str
    picture: object
    picture_link: Touched | None
    sentences: list

    @property
    def is_heading(self):
        return self.kind == "heading"


def what_to_touch(draft, story):
    """The parts of a draft's Easy Read with a link on each sentence and picture, as a list of Group.

    `story`: the Story of its plan. An empty list when nobody can say something about it now, and nothing may be told.
    """
    is_talked_about = story.talk is not None and draft is story.drafts[-1]
    counts = public_counts(draft, story)
    if not is_talked_about and not counts:
        return []
    address = f"{story.proposal.address}draft-{draft.number}/say/" if is_talked_about else ""
    groups = groups_of(draft.easy_read)
    pictures = fetch({place.picture for places in groups for place in places if place.picture})
    return [group_of(places, pictures, address, counts) for places in groups if places]


def group_of(places, pictures, address, counts):
    """One list of Place as a Group. `address`: where the links begin (str), "" for none; `counts`: see below."""
    shown = {place.key: shown_place(place, address, counts) for place in places}
    picture = next((place for place in places if place.is_picture), None)
    return Group(
        kind=places[0].kind,
        picture=pictures.get(picture.picture) if picture else None,
        picture_link=picture and shown[picture.key],
        sentences=[shown[place.key] for place in places if not place.is_picture],
    )


def shown_place(place, address, counts):
    """One Place as a Touched."""
    href = f"{address}{place.key}/" if address else ""
    return Touched(place.key, place.words, href, LABELS.get(place.label, place.label), counts.get(place.key, []))


def public_counts(draft, story):
    """What may be told of how many found a sentence hard or wrong: key of the place → list of sentences (str).

    Only after the rounds have closed, never of a small round, and only 8 voices or more (SEAMS.md, Counting). A query
    when there was such a round, and none else.
    """
    of_kind = [page for page in story.rounds if page.kind == RoundPage.Kind.MAKE_TOGETHER and not page.small_round]
    if story.talk or not (closed := [page.pk for page in of_kind if page.stage == "closed"]):
        return {}
    said = Comment.objects.counted().filter(draft=draft, voice__round__in=closed, kind__in=SAID, voice__is_group=False)
    told = {}
    for key, kind, count in said.order_by("place", "kind").values_list("place", "kind").annotate(count=Count("pk")):
        if not is_small(count):
            told.setdefault(key, []).append(SAID[kind].format(count))
    return {key: [*sentences, *NO_SPLIT] for key, sentences in told.items()}
