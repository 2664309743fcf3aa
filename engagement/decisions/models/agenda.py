"""Which plan a thing on the agenda of a meeting is about."""

from django.db import models


class PlanOnAgenda(models.Model):
    """The plan that one thing on an agenda is about: the arrow from what people said to the room."""

    item = models.OneToOneField("bodies.AgendaItem", on_delete=models.CASCADE, related_name="on_plan")
    proposal = models.ForeignKey("proposals.ProposalPage", on_delete=models.CASCADE, related_name="on_agendas")

    class Meta:
        verbose_name_plural = "plans on agendas"

    def __str__(self):
        return f"{self.item}: {self.proposal}"
