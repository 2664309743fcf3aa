"""What is made up, to show the site: each plan, voice and decision says *Example. This did not happen.*"""

from .decisions import load_decisions
from .drafts import load_drafts
from .files import read_each
from .meetings import load_meetings
from .people import load_sign_ins
from .proposals import load_proposal
from .themes import load_themes
from .voices import load_voices


def load_demo(loading, *, bodies, plans):
    """Load sign-ins and the four example plans with all that hangs on them.

    `loading`: the run (Loading); `bodies`: slug → Body; `plans`: the page that plans stand under (ProposalsPage).
    """
    loading.is_demo = True
    users = load_sign_ins(loading, bodies)
    loading.checker = users.get("checker")
    made = {}
    for row in read_each("proposals/*.toml", data=loading.data):
        proposal, rounds = load_proposal(loading, row, plans, bodies)
        if proposal:
            made[row["slug"]] = {"proposal": proposal, "rounds": rounds, "answers": {}, "themes": {}, "quotes": {}}
    for folder, load in (("voices", load_voices), ("themes", load_themes), ("drafts", load_drafts)):
        for row in read_each(f"{folder}/*.toml", data=loading.data):
            if plan := made.get(row["proposal"]):
                load(loading, row, plan, users=users, bodies=bodies)
    for row in read_each("decisions/*.toml", data=loading.data):
        if plan := made.get(row["proposal"]):
            load_decisions(loading, row, plan, users=users, bodies=bodies)
    load_meetings(loading, made, users=users, bodies=bodies)
