"""What every site gets: roles, papers, bodies, and the site's own pages."""

from engagement.people.roles import ensure_roles

from .bodies import load_bodies
from .pages import load_pages
from .papers import load_papers
from .publishing import send_unchecked
from .rights import give_rights
from .tell_us import load_tell_us


def load_register(loading):
    """Load all that is real. `loading`: the run (Loading). Returns dict with `bodies` (slug → Body), `plans`
    (the page "Have your say") and `tell_us` (the page "Tell us something")."""
    ensure_roles()
    bodies = load_bodies(loading, load_papers(loading))
    plans = load_pages(loading)
    if plans:
        give_rights()
        send_unchecked()
    tell_us = load_tell_us(loading) if plans else None
    return {"bodies": bodies, "plans": plans, "tell_us": tell_us}
