"""What must hold of the plan before one of its rounds opens: one function for each rule, with its sentence.

Each takes the `round` (RoundPage) as it is written and says whether the rule holds of its plan (docs/opening.md).
"""

from django.utils import timezone


def plan_is_live(round):
    """T8: people can read the plan."""
    return round.proposal.live


def plan_says_why(round):
    """T8, 3.13: enough reasons."""
    return bool(round.proposal.lines_of("why"))


def plan_says_what_may_be_bad(round):
    """T8: the bad points."""
    return bool(round.proposal.lines_of("bad_points"))


def plan_says_what_it_costs(round):
    """T8: the cost."""
    return bool(round.proposal.lines_of("cost"))


def plan_is_there_in_both(round):
    """T10: the plan in Easy Read and in standard words."""
    return bool(round.proposal.easy_read and round.proposal.standard)


def other_choices_are_named(round):
    """3.13: what else could be done."""
    return bool(round.proposal.lines_of("other_choices"))


def body_has_authority(round):
    """6.6: the body that decides may decide, and has not ended."""
    return round.proposal.decided_by.can_decide


def decision_day_is_given(round):
    """3.12: the day of the decision."""
    return round.proposal.decide_on is not None


def decision_day_is_to_come(round):
    """3.13: nothing is decided yet."""
    day = round.proposal.decide_on
    return day is None or day >= timezone.localdate()


def decision_comes_after_the_last_day(round):
    """3.13: nobody decides while people still answer."""
    day = round.proposal.decide_on
    return day is None or round.closes_on is None or day > round.closes_on


def legal_duty_is_named(round):
    """3.12: which legal duty applies."""
    return bool(round.proposal.lines_of("legal_duty"))


def legal_duty_was_looked_at(round):
    """3.12: by whom, and on which day."""
    return bool(round.proposal.duty_looked_at_by.strip() and round.proposal.duty_looked_at_on)


OF_THE_PLAN = {
    plan_is_live: "Publish the plan first.",
    plan_says_why: "Say in the plan why you want it.",
    other_choices_are_named: "Say in the plan what else could be done.",
    plan_says_what_may_be_bad: "Say in the plan what may be bad about it.",
    plan_says_what_it_costs: "Say in the plan what it costs.",
    plan_is_there_in_both: "Write the plan in Easy Read and in standard words.",
    body_has_authority: "The body that will decide has no authority to decide. Choose another body in the plan.",
    decision_day_is_given: "Say in the plan on which day the body will decide.",
    decision_day_is_to_come: "The day of the decision has passed. Change it in the plan.",
    decision_comes_after_the_last_day: "The body must decide after the last day to answer.",
    legal_duty_is_named: "Say in the plan which law says that people must be asked.",
    legal_duty_was_looked_at: "Say in the plan who looked at this law, and on which day.",
}
