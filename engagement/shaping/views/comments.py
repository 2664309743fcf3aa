"""What people said about a draft, sentence by sentence: reading it, and saying what becomes of it."""

from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from engagement.heard.permissions import may_read
from engagement.people.staff import StaffDeed, StaffForm, StaffScreen

from .. import flows
from ..forms import AnswerForm
from ..models import Comment
from ..places import places_of
from .drafts import OfDraft

A_PAGE = 25
COUNTS = {
    **{kind: Count("pk", filter=Q(kind=kind)) for kind in Comment.Kind.values},
    "to_read": Count("pk", filter=~Q(words="") & Q(read_at=None)),
    "waiting": Count("pk", filter=Q(change=None)),
}


class OfComments(OfDraft):
    """Screens for those who may read what people said."""

    header_icon = "comment"

    def allowed(self, user):
        return may_read(user) and super().allowed(user)


class Comments(OfComments, StaffScreen):
    """Every sentence and picture about which somebody said something, in the order of the draft, with counts."""

    template_name = "shaping/comments.html"
    page_title = "What people said about this draft"

    def get_context_data(self, **kwargs):
        page = Paginator(self.rows(), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, **kwargs)

    def rows(self):
        """One dict for each place: key, sentence, is_picture and counts. One query, however much was said (F2)."""
        said = Comment.objects.standing().filter(draft=self.draft).order_by("place")
        rows = said.values("place", "is_picture").annotate(text=Min("sentence"), **COUNTS)
        order = {place.key: n for n, place in enumerate(places_of(self.draft.easy_read))}
        return sorted(rows, key=lambda row: order.get(row["place"], len(order)))


class OnePlace(OfComments, StaffForm):
    """What people said about one sentence or picture, and what becomes of it in the next draft."""

    form_class = AnswerForm
    template_name = "shaping/place.html"
    page_title = "What people said"
    button = "Put this in the next draft"
    done = "The next draft shows this. The cards show it too when that draft is published."

    def above(self):
        return [*super().above(), (reverse("drafts:comments", args=[self.draft.pk]), "What people said")]

    @cached_property
    def said(self):
        return Comment.objects.standing().filter(draft=self.draft, place=self.kwargs["place"])

    @cached_property
    def about(self):
        """The first row about this place, which knows its sentence. Raises Http404 where nobody said anything."""
        first = self.said.first()
        if first is None:
            raise Http404("Nobody said anything about this.")
        return first

    def get_initial(self):
        last = self.said.aggregate(last=Max("pk"))["last"]
        return {"until": last, "after": "" if self.about.is_picture else self.about.sentence}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"is_picture": self.about.is_picture}

    def run(self, form):
        told = form.cleaned_data
        ticked = [pk for pk in self.request.POST.getlist("comments") if pk.isascii() and pk.isdigit()]
        chosen = self.said.filter(pk__in=ticked) if ticked else self.said.filter(pk__lte=told["until"] or 0)
        return flows.answer_comments(
            comments=chosen,
            by=self.request.user,
            taken=told["taken"],
            after=told.get("after", ""),
            reason=told["reason"],
            standard=told["standard"],
        )

    def get_success_url(self):
        return reverse("drafts:edit", args=[self.made.draft_id])

    def get_context_data(self, **kwargs):
        rows = self.said.select_related("voice", "change__draft").order_by("change", "pk")
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            about=self.about, page=page, counts=self.said.aggregate(**COUNTS), place=self.kwargs["place"], **kwargs
        )


class ReadComments(OfComments, StaffDeed):
    """Reads what people said about one sentence: one comment, or all on the page; their words may be shown or not."""

    done = "Read."

    def run(self, request):
        ids = [pk for pk in request.POST.getlist("comments") if pk.isascii() and pk.isdigit()]
        said = Comment.objects.filter(draft=self.draft, place=self.kwargs["place"], pk__in=ids)
        flows.read_comments(comments=said, by=request.user, may_show=request.POST.get("show") == "yes")

    def back(self):
        return reverse("drafts:place", args=[self.draft.pk, self.kwargs["place"]])


class Worried(OfComments, StaffDeed):
    """Raises a concern about one person: all their words leave these lists, and the safeguarding leads are told."""

    done = "We told the safeguarding leads. These words are in no list now."

    def run(self, request):
        pk = request.POST.get("worried", "")
        said = Comment.objects.standing().filter(draft=self.draft, place=self.kwargs["place"])
        comment = get_object_or_404(said, pk=int(pk) if pk.isascii() and pk.isdigit() else 0)
        flows.worry_about(comment=comment, by=request.user)

    def back(self):
        return reverse("drafts:comments", args=[self.draft.pk])
