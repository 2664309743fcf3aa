"""What is made up, to show the site: each plan, voice and decision says *Example. This did not happen.*"""

from .checks import load_checks
from .decisions import load_decisions
from .drafts import load_drafts
from .felt import load_felt
from .files import read_each
from .films import load_films
from .groups import load_workshops
from .hoped_for import load_hoped_for
from .ideas import load_ideas
from .meetings import load_meetings
from .paper_forms import load_paper_forms
from .people import load_sign_ins
from .pictures_and_sound import load_files
from .proposals import load_proposal
from .question_words import load_question_words
from .safety import load_safety
from .tell_us import open_example
from .themes import load_themes
from .together import load_together
from .told import load_told
from .voices import load_voices

HANGS_ON_A_PLAN = (
    ("voices", load_voices),
    ("themes", load_themes),
    ("drafts", load_drafts),
    ("ideas", load_ideas),
    ("together", load_together),
)


def load_demo(loading, *, bodies, plans, tell_us=None):
    """Load sign-ins, the example plans with all that hangs on them, and what people told us.

    `loading`: the run (Loading); `bodies`: slug → Body; `plans`: the page that plans stand under (ProposalsPage);
    `tell_us`: the page *Tell us something* (RoundPage), or None.
    """
    loading.is_demo = True
    users = load_sign_ins(loading, bodies)
    loading.checker = users.get("checker")
    load_films(loading, users=users)
    made = load_plans(loading, plans, bodies)
    told = open_example(loading, tell_us)
    if told:
        made["tell-us"] = about(None, {"tell-us": told})
    for folder, load in HANGS_ON_A_PLAN:
        for row in read_each(f"{folder}/*.toml", data=loading.data):
            if plan := made.get(row["proposal"]):
                load(loading, row, plan, users=users, bodies=bodies)
    load_workshops(loading, users=users, bodies=bodies)
    for row in read_each("decisions/*.toml", data=loading.data):
        if plan := made.get(row["proposal"]):
            load_decisions(loading, row, plan, users=users, bodies=bodies)
    load_felt(made, users=users)
    if told:
        load_told(loading, told, made, users=users, bodies=bodies)
    load_meetings(loading, made, users=users, bodies=bodies)
    load_safety(users=users, bodies=bodies)
    load_paper_forms(made, users=users, bodies=bodies)
    load_files(users=users)
    load_hoped_for(loading, made, users=users, bodies=bodies)
    load_checks(made, users=users)
    load_question_words(users=users)


def load_plans(loading, plans, bodies):
    """Load the example plans with their rounds. Returns a dict slug → what `about` gives."""
    made = {}
    for row in read_each("proposals/*.toml", data=loading.data):
        proposal, rounds = load_proposal(loading, row, plans, bodies)
        if proposal:
            made[row["slug"]] = about(proposal, rounds)
    return made


def about(proposal, rounds):
    """What is known of a plan while it is loaded: a dict, to which voices, themes and quotes are added by name."""
    return {"proposal": proposal, "rounds": rounds, "answers": {}, "themes": {}, "quotes": {}}
