"""What must hold before a round opens: one small function for each rule, with its sentence (docs/opening.md).

Each takes the `round` (RoundPage) as it is written and says whether the rule holds.
"""

from datetime import timedelta

from django.utils import timezone
from wagtail import hooks

from easyread.checking import NOT_CHECKED, is_checked

from .gates_of_plan import OF_THE_PLAN
from .paper import can_be_drawn
from .reading import contact_of

TWELVE_WEEKS = timedelta(days=84)
TELL_US = "tell-us"  # the address of the one round that is about no plan
NEEDS_PLAN = "Put this round below a plan. The plan says who decides."
NO_PLAN = "Put “Tell us something” below the home page. It is about no plan."
NO_PAPER = "We cannot make the Easy Read PDF. Look at its words and pictures again."


def contact_is_named(round):
    """Q11: a person or a team, and a way to reach them. A round without a plan has the site's own."""
    contact = contact_of(round.proposal) if round.proposal else site_contact()
    return bool(contact and contact["name"].strip() and contact["ways"])


def site_contact():
    """Who people can ask on every page, as the hooks `site_contact` say: a dict with `name` and `ways`, or None."""
    return next((give() for give in hooks.get_hooks("site_contact")), None)


def promise_has_plain_words(round):
    """3.14: what people can change, set before opening, in plain words."""
    return bool(round.promise and round.lines_of("promise_words"))


def easy_read_is_there(round):
    """T10: the Easy Read version."""
    return bool(round.easy_read)


def standard_is_there(round):
    """T10, Q8: the standard version."""
    return bool(round.standard)


def questions_are_there(round):
    """People can answer something."""
    return bool(round.questions)


def last_day_is_given(round):
    """3.13: people know how long they have."""
    return round.closes_on is not None


def last_day_is_to_come(round):
    """3.13: people can still answer."""
    return round.closes_on is None or round.closes_on >= timezone.localdate()


def has_twelve_weeks_or_a_reason(round):
    """3.13: counted from the day the last format is live, and never from before the first day to answer."""
    return round.closes_on is None or bool(round.lines_of("short_reason")) or has_twelve_weeks(round)


def has_twelve_weeks(round):
    """Whether people have 12 weeks to answer. Returns bool."""
    return round.closes_on >= after_twelve_weeks(round)


def after_twelve_weeks(round):
    """The first last day (date) with which people have 12 weeks, when the round is published today."""
    return max(round.opens_on, round.formats_live_on or timezone.localdate()) + TWELVE_WEEKS


def says_what_is_shared(round):
    """3.6: before anybody writes, the page says which words we may have to tell others."""
    return bool(round.lines_of("may_share"))


def never_closes(round):
    """Always somewhere to say it."""
    return round.closes_on is None


def address_is_known(round):
    """The menu and every card lead to one address (DESIGN.md 5)."""
    return round.slug == TELL_US


OF_TIME = {
    last_day_is_given: "Say the last day to answer.",
    last_day_is_to_come: "The last day to answer has passed. Choose a later day.",
    has_twelve_weeks_or_a_reason: "People need 12 weeks to answer. Choose a later last day, or say why it is shorter.",
}
CONTACT = {contact_is_named: "Name who people can ask, with a phone number, an email or an address."}
STAYS = {
    promise_has_plain_words: "Say in plain words what people can change.",
    easy_read_is_there: "Write the Easy Read version.",
    standard_is_there: "Write the standard version.",
    questions_are_there: "Write at least 1 question.",
}
# *Tell us something* is always open and about no plan: nobody decides on a day, and there is no last day.
WITH_A_PLAN = OF_THE_PLAN | CONTACT | STAYS | OF_TIME
ALONE = CONTACT | STAYS
SHARED = {says_what_is_shared: "Say which words we may have to tell others."}
ALWAYS_OPEN = (
    ALONE
    | SHARED
    | {
        never_closes: "This is always open. Take its last day away.",
        address_is_known: "Give this page the address “tell-us”.",
    }
)
# What a correction of an open round may not take away.
WHILE_OPEN = STAYS | SHARED | {has_twelve_weeks_or_a_reason: OF_TIME[has_twelve_weeks_or_a_reason]}


def reasons_not_to_open(round, revision):
    """Why a round cannot open as it is written, one clear sentence for each rule; [] when it can.

    `round`: RoundPage; `revision`: the Revision it is written in, or None. The PDF is tried apart: it takes seconds.
    """
    unmet = [] if is_checked(revision) else [NOT_CHECKED]
    if round.proposal is None and round.kind != round.Kind.TELL_US:
        return [NEEDS_PLAN, *unmet_of(round, ALONE | OF_TIME), *unmet]
    if round.proposal and round.kind == round.Kind.TELL_US:
        return [NO_PLAN, *unmet]
    return [*unmet_of(round, WITH_A_PLAN if round.proposal else ALWAYS_OPEN), *of_the_left(round), *unmet]


def of_the_left(round):
    """What rooms to the left still ask of a round, as their hooks `round_gates` say: a list of sentences."""
    return [sentence for give in hooks.get_hooks("round_gates") for sentence in give(round)]


def reasons_not_to_clear(round, revision):
    """As `reasons_not_to_open`, and whether the Easy Read PDF can be made, once all the rest holds (T10)."""
    if reasons := reasons_not_to_open(round, revision):
        return reasons
    return [] if can_be_drawn(round) else [NO_PAPER]


def unmet_of(round, gates):
    """The sentences of those `gates` (dict of function to str) that do not hold for a round, as a list."""
    return [sentence for holds, sentence in gates.items() if not holds(round)]
