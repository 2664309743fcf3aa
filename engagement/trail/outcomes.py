"""What an outcome's page shows: replies to each theme, actions and how they stand, and what is still owed."""

from django.db.models import BooleanField, Count, Exists, OuterRef, Q, Value
from django.utils import timezone

from easyread.dates import full_date
from easyread.reading import ready
from engagement.decisions.models import Decision, Reply, Update
from engagement.heard.models import ThemeAnswer
from engagement.voices.small_numbers import in_words

from .glance import glance_of_card

# The headings of an outcome by what the body did: who, and what.
HEADINGS = {
    Decision.Kind.DECIDED: ("Who decided", "What they decided"),
    Decision.Kind.RECOMMENDED: ("Who gave advice", "What they said"),
    Decision.Kind.NOTED: ("Who heard this", "What they said"),
    Decision.Kind.PUT_OFF: ("Who put this off", "What they said"),
    Decision.Kind.NOT_OURS: ("Who was asked", "What they said"),
}
REPLY_WORDS = {
    Reply.Answer.YES: "Yes, we will do it",
    Reply.Answer.SOME: "We will do some of it",
    Reply.Answer.NO: "No, we will not do it",
    Reply.Answer.NOT_OURS: "This is not ours to decide",
    Reply.Answer.NOT_YET: "Not yet",
}
ACTION_TAGS = {
    "done": ("Done", "done"),
    "started": ("Started", "now"),
    "late": ("This is late", "late"),
    "stopped": ("Stopped", "no"),
    "not_started": ("Not started yet", "soon"),
}


def outcome_for(slug):
    """The published decision with this `slug` (str) and all its page shows; raises Decision.DoesNotExist."""
    keys = ("meeting__body__picture", "proposal__picture", "next_body", "answers__meeting__body", "authority__paper")
    return Decision.objects.published().select_related(*keys).get(slug=slug)


def replies_to(decision, voice=None):
    """The reply of a decision to each theme, in the order of the themes, as a list; each with `said` and `words`.

    `voice`: a Voice whose card is shown; each reply then knows whether it `is_mine`: to a theme with its words.
    """
    mine = ThemeAnswer.objects.filter(theme=OuterRef("theme"), answer__voice=voice, answer__is_current=True)
    standing = Q(theme__answers__voice__taken_back_at=None, theme__answers__is_current=True)
    persons = standing & Q(theme__answers__voice__is_group=False)
    replies = list(
        decision.replies.select_related("theme__picture", "theme__round", "whose")
        .annotate(voices=Count("theme__answers__voice", filter=persons, distinct=True))
        .annotate(is_mine=Exists(mine) if voice else Value(False, BooleanField()))
        .order_by("theme__sort_order", "pk")
    )
    ready(reply.theme.picture for reply in replies)
    for reply in replies:
        reply.words = REPLY_WORDS[reply.answer]
        untold = reply.theme.round.small_round or reply.theme.round.is_always_open  # its page tells the kept count
        reply.said = [] if untold else [f"{in_words(reply.voices)} said this."]
        reply.next = whose_turn(reply)
    return replies


def outcome_on_card(mine, decision):
    """A decision with its replies, those to the person's own themes first, and its actions. Returns a dict."""
    replies = replies_to(decision, mine.voice if mine.is_own else None)
    actions, headings = actions_in_short(decision), HEADINGS[decision.kind]
    ready([decision.meeting.body.picture, decision.proposal.picture])
    return {
        "decision": decision,
        "headings": headings,
        "glance": glance_of_card(decision, actions, replies, headings),
        "when": [f"They met on {full_date(decision.meeting.held_on)}."],
        "replies": sorted(replies, key=lambda reply: not reply.is_mine),
        "actions": actions,
    }


def whose_turn(reply):
    """Who answers a reply that is no answer yet, and by when, as a list of Easy Read sentences."""
    sentences = [f"{reply.whose.plain_name} must answer."] if reply.whose else []
    return [*sentences, f"An answer comes by {full_date(reply.answer_by)}."] if reply.answer_by else sentences


def actions_of(decision):
    """What must happen because of a decision, as a list of Action; each with `tag`, `kind` and `words`. Two queries."""
    actions = list(decision.actions.select_related("owner").prefetch_related("updates"))
    for action in actions:
        action.stands = action.state
        action.tag, action.kind = ACTION_TAGS[action.stands]
        action.words = [in_action_words(action, action.stands)]
        updates = action.updates.all()
        action.told = [(full_date(u.happened_on), u.get_state_display(), u.words) for u in updates]
    return actions


def actions_in_short(decision):
    """What must happen because of a decision, without what was told of each, in one query. A list as of actions_of."""
    told = Update.objects.filter(action=OuterRef("pk"))
    ended = {state: Exists(told.filter(state=state)) for state in (Update.State.DONE, Update.State.STOPPED)}
    actions = list(
        decision.actions.select_related("owner").annotate(
            is_done=ended[Update.State.DONE], is_stopped=ended[Update.State.STOPPED], is_started=Exists(told)
        )
    )
    for action in actions:
        action.stands = state_in_short(action)
        action.tag, action.kind = ACTION_TAGS[action.stands]
        action.words = [in_action_words(action, action.stands)]
    return actions


def state_in_short(action):
    """What Action.state says, from what `actions_in_short` fetched. Returns str."""
    if action.is_done or action.is_stopped:
        return "done" if action.is_done else "stopped"
    if action.due_on < timezone.localdate():
        return "late"
    return "started" if action.is_started else "not_started"


def in_action_words(action, state=""):
    """Who does an action and by when, in one Easy Read sentence. `state`: its state, when it is known already."""
    owner, day, state = action.owner.plain_name, full_date(action.due_on), state or action.state
    if state == "done":
        return f"{owner} did this."
    if state == "stopped":
        return f"{owner} stopped this."
    if state == "late":
        return f"{owner} did not do this by {day}."
    return f"{owner} must do this by {day}."


def what_is_owed(decision, later):
    """What is still owed after a decision that did not end the matter: a dict with title, kind and words, or None.

    `later`: the published decisions that answer this one (list).
    """
    if decision.kind == Decision.Kind.DECIDED or later:
        return None
    words = [f"{decision.next_body.plain_name} must answer next."]
    if decision.next_by is None:
        return {"title": "This is not finished", "kind": "info", "words": words}
    words.append(f"They must answer by {full_date(decision.next_by)}.")
    if decision.next_by < timezone.localdate():
        return {"title": "The answer is late", "kind": "warning", "words": words}
    return {"title": "This is not finished", "kind": "info", "words": words}


def later_answers(decision, story):
    """The published decisions in the plan's `story` (Story) that answer or correct `decision`, oldest first."""
    return [later for later in reversed(story.decisions) if later.answers_id == decision.pk]
