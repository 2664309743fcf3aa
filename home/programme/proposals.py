"""The example plans and their rounds, as pages with questions."""

import json

from engagement.proposals.models import ProposalPage, RoundPage

from .pages import easy_read_values, put_page
from .publishing import check_example, republish
from .streams import fixed_id

PLAN_WORDS = ("title", "slug", "summary", "why", "other_choices", "bad_points", "cost", "legal_duty")
# What a version of a round's page cannot change once people were told it (engagement/proposals/fixed.py).
TOLD = ("kind", "promise", "promise_words", "opens_on", "closes_on", "cleared_on", "formats_live_on", "about_draft")
ROUND_WORDS = ("title", "slug", "kind", "promise", "promise_words")


def load_proposal(loading, row, plans, bodies):
    """Load one plan and its rounds. `row`: its data file; `plans`: ProposalsPage; `bodies`: slug → Body.

    Returns the ProposalPage and the dict slug → RoundPage; None and {} when staff removed it or a body it needs.
    """
    asked_by, decided_by = bodies[row["asked_by"]], bodies[row["decided_by"]]
    if not (plans and asked_by and decided_by):
        return None, {}
    values = {name: row[name].strip() for name in PLAN_WORDS} | easy_read_values(loading, row, row["slug"])
    values |= {f"contact_{name}": words for name, words in row["contact"].items()}
    values |= {"asked_by_id": asked_by.pk, "decided_by_id": decided_by.pk, "decide_on": loading.day(row["decides"])}
    values |= {"duty_looked_at_by": row["duty_looked_at_by"], "duty_looked_at_on": loading.day(row["duty_looked_at"])}
    values |= {"is_example": row["example"], "place_on_home": row["place_on_home"]}
    proposal = put_page(loading, ProposalPage, plans, row["slug"], values)
    if not proposal:
        return None, {}
    check_example(loading, proposal, row["slug"])
    asked = {each["slug"]: each.get("question", []) for each in row["round"]}
    rounds = {}
    for each in row["round"]:
        same = asked.get(each.get("same_questions_as"), asked[each["slug"]])
        rounds[each["slug"]] = _round(loading, each | {"question": same}, proposal)
    return proposal, {slug: page for slug, page in rounds.items() if page}


def _round(loading, row, proposal):
    key = f"{proposal.slug}/{row['slug']}"
    values = {name: row[name].strip() for name in ROUND_WORDS} | easy_read_values(loading, row, key)
    values |= {"partners_said": row.get("partners_said", "").strip(), "minutes": row["minutes"]}
    values |= {"opens_on": loading.day(row["opens"]), "closes_on": loading.day(row["closes"])}
    values |= {"short_reason": row.get("short_reason", "").strip()}
    values |= dict.fromkeys(("cleared_on", "formats_live_on"), min(values["opens_on"], loading.today))
    if "about_draft" in row:  # what a *Have your say* that opened earlier was about
        values["about_draft"] = row["about_draft"]
    values["questions"] = json.dumps([question_of(loading, each, key) for each in row["question"]])
    page = put_page(loading, RoundPage, proposal, key, values, change=_change_round)
    check_example(loading, page, key)
    return page and RoundPage.objects.get(pk=page.pk)


def _change_round(loading, page, values):
    """The days of an example move with the day of loading, and no version of a page can move them: so the row comes
    first."""
    RoundPage.objects.filter(pk=page.pk).update(**{name: values[name] for name in TOLD if name in values})
    republish(loading, page, values)


def question_id(round_key, question):
    """The id of a question's block. `round_key`: plan/round (str); `question`: its key (str). Returns str."""
    return fixed_id(round_key, "question", question)


def choice_id(round_key, question, choice):
    """The id of a choice's block. Returns str."""
    return fixed_id(round_key, "question", question, choice)


def question_of(loading, row, round_key):
    """One question of a data file as raw StreamField data. `round_key`: plan/round (str). Returns dict."""
    choices = [_choice(loading, each, round_key, row["key"]) for each in row.get("choices", [])]
    value = {
        "kind": row["kind"],
        "text": row["text"],
        "standard_text": row["standard_text"],
        "help": row.get("help", ""),
        "picture": loading.picture(row.get("picture")),
        "choices": choices,
        "poll": row.get("poll", ""),
        "sensitive": row.get("sensitive", False),
        "unit": row.get("unit", ""),
        "least": row.get("least"),
        "most": row.get("most"),
    }
    return {"type": "question", "id": question_id(round_key, row["key"]), "value": value}


def _choice(loading, row, round_key, question):
    value = {"text": row["text"], "standard_text": row["standard"], "picture": loading.picture(row.get("picture"))}
    return {"type": "item", "id": choice_id(round_key, question, row["key"]), "value": value}
