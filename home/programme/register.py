"""What every site gets: roles, papers, bodies, and the site's own pages."""

from engagement.people.roles import ensure_roles

from .bodies import load_bodies
from .pages import load_pages
from .papers import load_papers
from .publishing import send_unchecked
from .rights import give_rights


def load_register(loading):
    """Load all that is real. `loading`: the run (Loading). Returns dict with `bodies` (slug → Body) and `plans`
    (the page "Have your say")."""
    ensure_roles()
    bodies = load_bodies(loading, load_papers(loading))
    plans = load_pages(loading)
    if plans:
        give_rights()
        send_unchecked()
    return {"bodies": bodies, "plans": plans}
