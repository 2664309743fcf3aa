"""Whose it is: every address of /support/ × another worker's eyes (S7). An address that is not in the table fails.

The things are the example worker's, who leads an organisation. Who asks, in the order of each row's answers: a
colleague in the same organisation; another lead of it; a lead of another organisation. "own" stands for a list that
shows each their own, or nothing of anybody. "room" stands for what an organisation shares within itself: the tests of
that room say how.
"""

from django.test import Client

from engagement.bodies.flows.inviting import invite_worker
from engagement.bodies.models import Worker
from engagement.people import roles
from engagement.voices.flows import raise_concern
from engagement.voices.models import Support
from tests import factories

OWNERS = ["colleague", "lead", "elsewhere"]
OWN = ["own"] * 3
WORKERS_OWN = [404] * 3  # nobody but who wrote it down, also not in the same organisation
LEADS = [404, 200, 404]
SHARED = ["room", "room", 404]  # within the organisation; never with another
LEADS_SHARED = [404, "room", 404]

SUPPORT = {
    "support/": OWN,
    "support/calls/": OWN,
    "support/calls/<int:pk>/done/": [405] * 3,  # tests/engagement/voices/support/test_calls.py presses it
    "support/new/<int:pk>/": OWN,
    "support/<uuid:public_id>/": WORKERS_OWN,
    "support/<uuid:public_id>/clear/": WORKERS_OWN,
    "support/<uuid:public_id>/hand-over/": WORKERS_OWN,
    "support/<uuid:public_id>/no-longer/": WORKERS_OWN,
    "support/<uuid:public_id>/change/<uuid:asked>/": WORKERS_OWN,
    "support/<uuid:public_id>/card/": WORKERS_OWN,
    "support/<uuid:public_id>/new-card/": WORKERS_OWN,
    "support/<uuid:public_id>/check/": WORKERS_OWN,
    "support/<uuid:public_id>/<int:number>/": WORKERS_OWN,
    "support/<uuid:public_id>/<int:number>/<slug:kind>/": WORKERS_OWN,
    "support/<uuid:public_id>/file/<uuid:file>/": WORKERS_OWN,
    "support/<uuid:public_id>/<slug:name>/": WORKERS_OWN,
    "support/worried/<uuid:public_id>/": LEADS,
    "support/group/": OWN,
    "support/group/new/<int:pk>/": OWN,
    "support/import/": OWN,
    "support/import/new/<int:pk>/": OWN,
    "support/news/": OWN,
    "support/news/letters.pdf": OWN,
    "support/news/poster/<slug:slug>.pdf": OWN,
    "support/numbers/": OWN,
    "support/numbers/<int:pk>/": OWN,
    "support/paper/": OWN,
    "support/paper/round/<int:pk>/": OWN,
    "support/paper/round/<int:pk>/cards.pdf": OWN,
    "support/paper/round/<int:pk>/group-sheet.pdf": OWN,
    "support/group/<uuid:public_id>/": LEADS_SHARED,
    "support/group/<uuid:public_id>/<int:number>/": LEADS_SHARED,
    "support/group/<uuid:public_id>/<int:number>/words/": LEADS_SHARED,
    "support/group/<uuid:public_id>/about/": LEADS_SHARED,
    "support/group/<uuid:public_id>/card/": LEADS_SHARED,
    "support/group/<uuid:public_id>/check/": LEADS_SHARED,
    "support/group/<uuid:public_id>/clear/": LEADS_SHARED,
    "support/group/<uuid:public_id>/new-card/": LEADS_SHARED,
    "support/import/<uuid:public_id>/": WORKERS_OWN,
    "support/import/<uuid:public_id>/clear/": WORKERS_OWN,
    "support/import/<uuid:public_id>/columns/": WORKERS_OWN,
    "support/import/<uuid:public_id>/do/": WORKERS_OWN,
    "support/import/<uuid:public_id>/undo/": WORKERS_OWN,
    "support/news/<uuid:public_id>/": LEADS_SHARED,
    "support/news/<uuid:public_id>/letter.pdf": LEADS_SHARED,
    "support/paper/<form_code:code>/": SHARED,
    "support/paper/<form_code:code>/entry/": SHARED,
    "support/paper/<form_code:code>/entry/<uuid:public_id>/": SHARED,
    "support/paper/<form_code:code>/settle/": SHARED,
    "support/paper/print/<uuid:public_id>/forms.pdf": SHARED,
    "support/team/": [404, "own", "own"],
    "support/team/sent/": [404, "own", "own"],
    "support/team/table/": [404, "own", "own"],
    "support/team/sent/<uuid:public_id>/": LEADS,
    "support/team/invite/<int:pk>/stop/": [404, 405, 405],  # tests/engagement/voices/support/test_team.py presses it
    "support/team/worker/<int:pk>/leave/": LEADS,
    "support/invite/<str:token>/": OWN,  # who holds the link
}


def team_of_the_worker():
    """What the example worker's team has: a colleague, an invite, and a concern. Returns a dict of examples."""
    lead = Worker.objects.filter(leads=True).latest("pk")
    colleague = Worker.objects.create(organisation=lead.organisation, user=factories.make_user(roles.ADVOCACY_WORKER))
    invite = invite_worker(organisation=lead.organisation, by=lead.user, email="invited@example.org")
    visit = Support.objects.filter(by=lead.user).latest("pk")
    concern = raise_concern(by=lead.user, thing=visit, worry="An example.")
    return {"colleague": colleague.pk, "invite": invite.pk, "concern": concern.public_id}


def sign_in_owners():
    """A client for each of OWNERS, beside the example worker. Call it after everything else was made."""
    lead = Worker.objects.filter(leads=True).latest("pk")
    other = factories.make_organisation("Elsewhere")
    signed_in = {}
    for name in OWNERS:
        user = factories.make_user(roles.ADVOCACY_WORKER)
        where = other if name == "elsewhere" else lead.organisation
        Worker.objects.create(organisation=where, user=user, leads=name != "colleague")
        signed_in[name] = Client()
        signed_in[name].force_login(user)
    return signed_in
