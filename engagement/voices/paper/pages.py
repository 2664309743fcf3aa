"""The page of one round: print forms and sheets, see how the pile stands, choose how many are checked."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, F, Max, Min, Q, Sum
from django.shortcuts import redirect, render
from django.urls import reverse

from ..flows import choose_share, print_copies
from ..flows.paper_printing import HOW_MANY, MOST_COPIES
from ..models import Answer, PaperBatch, PaperCheck, PaperCopy, PaperSetting
from .access import choosable, organisation_for, paper_page, round_of
from .desk import counted, with_lots
from .lots import share_of
from .permissions import may_choose_share, within_reach

MOST_BATCHES, MOST_NUMBERS = 20, 50
SAID = {"share": "We saved how many forms a second person types in."}


@paper_page
def paper_round(request, pk):
    """Everything about the paper of one round. POST prints copies or chooses the share."""
    page = round_of(pk)
    if request.method != "POST":
        return show(request, page)
    return share(request, page) if request.POST.get("go") == "share" else copies(request, page)


def copies(request, page):
    """Number copies and lead to their PDF. Returns HttpResponse."""
    given = request.POST.get("count", "").strip()
    try:
        count = int(given) if given.isascii() and given.isdecimal() and len(given) < 5 else 0
        batch = print_copies(round=page, by=request.user, count=count, organisation=organisation_for(request))
    except ValidationError as error:
        return show(request, page, errors=[{"id": "count", "text": error.messages[0]}], given=given, status=400)
    return redirect(reverse("paper_round", args=[page.pk], query={"printed": batch.public_id}) + "#printed")


def share(request, page):
    """Choose how many forms are checked. Returns HttpResponse."""
    given = request.POST.get("one_in", "")
    try:
        choose_share(round=page, by=request.user, one_in=int(given) if given.isdecimal() else -1)
    except (ValidationError, PermissionDenied) as error:
        text = error.messages[0] if isinstance(error, ValidationError) else str(error)
        return show(request, page, errors=[{"id": "one_in-1", "text": text}], status=400)
    return redirect(reverse("paper_round", args=[page.pk], query={"said": "share"}))


def show(request, page, errors=(), given="30", status=200):
    """The page. Returns HttpResponse."""
    one_in = share_of(page.pk)
    mine = within_reach(request.user, request.organisations).filter(round=page)
    context = {
        "page": page,
        "address": page.get_url(),
        "is_example": page.is_example,
        "errors": errors,
        "given": given,
        "organisations": choosable(request),
        "how_many": HOW_MANY,
        "most": MOST_COPIES,
        "said": SAID.get(request.GET.get("said"), ""),
        "printed": request.GET.get("printed", ""),
        "counts": counted(PaperCopy.objects.filter(round=page), request).get(page.pk, {}),
        "waiting": waiting(mine, request.user),
        "unsettled": unsettled(mine),
        "agreement": agreement(mine),
        "left": left_out(mine),
        "batches": batches(page, request),
        "may_choose": may_choose_share(request.user, request.led),
        "shares": [
            {"value": value, "label": label, "checked": value == one_in} for value, label in PaperSetting.OneIn.choices
        ],
        "share": PaperSetting.OneIn(one_in).label,
    }
    return render(request, "voices/paper/round.html", context, status=status)


def waiting(copies, user):
    """The numbers of forms that wait for `user` (User) as the second person, the first of them. A list of int."""
    rows = with_lots(copies).filter(voice__isnull=False, check_of=None, lot__lt=F("below")).exclude(typed_by=user)
    return list(rows.order_by("number").values_list("number", flat=True)[:MOST_NUMBERS])


def unsettled(copies):
    """Forms on which two people differ and nobody has chosen yet. A list of (number, code)."""
    rows = copies.filter(check_of__isnull=False, check_of__settled_at=None).order_by("number")
    return list(rows.values_list("number", "code")[:MOST_NUMBERS])


def agreement(copies):
    """How well two typists agree: dict with `forms`, `same` (forms without a difference) and `boxes` (int)."""
    found = PaperCheck.objects.filter(copy__in=copies).aggregate(
        forms=Count("pk"), same=Count("pk", filter=Q(differences=[])), boxes=Sum("agreed")
    )
    return {name: value or 0 for name, value in found.items()}


def left_out(copies):
    """How many questions of typed forms were blank, and how many nobody could read: a dict state → int."""
    states = (Answer.State.BLANK, Answer.State.UNREADABLE)
    rows = Answer.objects.filter(voice__paper_copy__in=copies, is_current=True, state__in=states).order_by()
    return dict.fromkeys(map(str, states), 0) | dict(rows.values_list("state").annotate(Count("pk")))


def batches(page, request):
    """What was printed lately, with its numbers. A queryset of PaperBatch."""
    rows = PaperBatch.objects.filter(round=page, code=None)
    if not request.unit:
        rows = rows.filter(organisation__in=request.organisations)
    numbers = {"first": Min("copies__number"), "last": Max("copies__number"), "many": Count("copies")}
    return rows.annotate(**numbers).order_by("-made_at", "-pk")[:MOST_BATCHES]
