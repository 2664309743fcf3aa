"""The demo's organisation lead, safeguarding lead, one made-up concern and one invite: none of it happened."""

from datetime import timedelta

from django.utils import timezone

from engagement.bodies.models import Invite, SafeguardingLead, Worker
from engagement.voices.flows.worrying import hold
from engagement.voices.models import Answer, Concern, ConcernEntry

from .people import WORKS_AT

WORRY = "Example. This did not happen. The person told me that someone takes their money."
INVITED = "invited@example.org"


def load_safety(*, users, bodies):
    """Name the demo's lead of workers and its safeguarding lead, and raise an example concern. Twice is once.

    `users`: first part of the address → User; `bodies`: slug → Body. What staff changed is left alone.
    """
    worker, lead, organisation = users.get("worker"), users.get("safeguarding"), bodies.get(WORKS_AT)
    if not worker or not lead or not organisation:
        return
    if not SafeguardingLead.objects.filter(user=lead).exists():
        SafeguardingLead.objects.create(user=lead)
    team_lead = users.get("lead")
    if team_lead and not Worker.objects.filter(user=team_lead).exists():
        Worker.objects.create(organisation=organisation, user=team_lead, leads=True)
    if not Concern.objects.filter(is_example=True).exists():
        example_concern(worker, lead)
    if not Invite.objects.filter(email=INVITED).exists():
        now = timezone.now()
        values = {"name": "Example Invited", "link_key": f"example-{organisation.pk}", "mailed_at": now}
        Invite.objects.create(
            organisation=organisation, email=INVITED, by=team_lead, ends_at=now + timedelta(days=14), **values
        )


def example_concern(worker, lead):
    """One concern about an answer that the example worker entered, looked at by the lead and still open."""
    rows = Answer.objects.filter(voice__support__by=worker, voice__is_example=True, voice__taken_back_at=None)
    rows = rows.filter(is_current=True, themes=None, ideas=None, readings=None).exclude(words="")
    answer = rows.select_related("voice__support__organisation", "question").order_by("pk").first()
    if answer is None:
        return
    raised = timezone.now() - timedelta(hours=5)
    concern = Concern.objects.create(
        draft_key=answer.voice.draft_key,
        voice=answer.voice,
        round=answer.voice.round,
        question=answer.question,
        organisation=answer.voice.support.organisation,
        raised_by=worker,
        raised_as=Concern.RaisedAs.WORKER,
        raised_at=raised,
        worry=WORRY,
        words=[{"question": answer.question.text, "words": answer.words, "summary": answer.summary, "choices": []}],
        told_at=raised,
        looked_at=raised + timedelta(minutes=50),
        is_example=True,
    )
    kinds = ConcernEntry.Kind
    done = [(kinds.RAISED, worker, 0), (kinds.TOLD, lead, 0), (kinds.OPENED, lead, 50)]
    for kind, by, minutes in done:
        ConcernEntry.objects.create(concern=concern, kind=kind, by=by, at=raised + timedelta(minutes=minutes))
    hold(concern)
