"""What a plan's page shows of rounds, drafts and decisions."""

from easyread.dates import full_date
from engagement.heard.models import Theme
from engagement.proposals.reading import dates_of

from .cards import Card, about_card, tag_of
from .drafts import draft_title
from .felt import felt_of
from .steps import steps_for
from .story import Story

TAG_OF_STAGE = {"before": ("Coming soon", "soon"), "open": ("Open now", "open"), "closed": ("Closed", "closed")}


def plan_parts(proposal):
    """The values that the template of a plan (ProposalPage) prints. Returns a dict."""
    story = Story(proposal, felt=True)
    return {
        "steps": steps_for(proposal, story),
        "next_thing": next_thing(story),
        "rounds": [round_card(page) for page in story.rounds],
        "began_with": began_with(proposal),
        "drafts": [draft_card(draft, proposal) for draft in story.drafts],
        "workshops_href": f"{proposal.address}workshops/" if story.has_workshops else "",
        "decisions": [outcome_card(decision) for decision in story.decisions],
        "felt": felt_of(story),
    }


def began_with(proposal):
    """What people told us, from which a plan (ProposalPage) began, for components/link_list.html. One query."""
    if proposal.pk is None:
        return []
    themes = Theme.objects.told().filter(started__proposal=proposal, round__live=True).order_by("started__linked_at")
    return [{"icon": "say", "text": theme.title, "href": theme.address} for theme in themes]


def next_thing(story):
    """The one obvious thing to do next on a plan's page: a dict with text and href, or None."""
    if is_open := story.rounds_at("open"):
        return {"text": "Say what you think", "href": is_open[0].address}
    if story.decisions:
        return {"text": "See what happened", "href": story.decisions[0].address}
    if closed := story.rounds_at("closed"):
        return {"text": "See what people said", "href": f"{closed[-1].address}results/"}
    return None


def round_card(page):
    """A round of the plan as a Card."""
    tag, kind = TAG_OF_STAGE[page.stage]
    return Card(
        title=page.title,
        href=page.address,
        words=[page.get_promise_display() + ".", *dates_of(page)],
        tag=tag,
        kind=kind,
        answer_href=f"{page.address}results/" if page.stage == "closed" else "",
        is_example=page.is_example,
    )


def draft_card(draft, proposal):
    """A draft of the plan as a Card that leads to its own page."""
    when = f"It is from {full_date(draft.published_on)}." if draft.published_on else draft.date_words
    things = "1 thing changed." if draft.changes_made == 1 else f"{draft.changes_made} things changed."
    return Card(
        title=draft_title(draft),
        href=f"{proposal.address}draft-{draft.number}/",
        words=[when, *([things] if draft.changes_made else [])],
        tag="",
        kind="",
        is_example=proposal.is_example,
    )


def outcome_card(decision):
    """A decision about the plan as a Card."""
    met = decision.meeting
    tag, kind = tag_of(decision)
    return Card(
        title=decision.title,
        href=decision.address,
        picture=met.body.picture,
        words=[f"{met.body.plain_name} met on {full_date(met.held_on)}.", *about_card(decision)],
        tag=tag,
        kind=kind,
        is_example=decision.is_example,
    )
