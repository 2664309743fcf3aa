"""The first page of paper: the box for the next form's code, the rounds, and what was typed in."""

from django.core.paginator import Paginator
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date

from engagement.polls.models import Question
from engagement.proposals.models import RoundPage

from ..flows.sending import LONG_TEXTS
from ..models import PaperCopy
from .access import known_code, paper_page, without_long_texts
from .codes import LOTS, read_code
from .lots import USUAL
from .permissions import own_entries

A_PAGE = 20
MOST_ROUNDS = 20
NO_CODE = "This is not a code. Look at the 9 numbers on the form again."
NOT_KNOWN = "We do not know this form. It may be of another group."
SAID = {
    "typed": "Form {number} is typed in. Take the next form.",
    "numbered": "This form has the number {number} now. Write it on the form. Then take the next form.",
    "later": "Form {number} is kept for later.",
    "same": "Form {number}: you both typed the same. Take the next form.",
    "settled": "Form {number} is settled. Take the next form.",
}


@paper_page
def desk(request):
    """Everything about paper; POST takes the code of a form and leads to it."""
    return to_form(request) if request.method == "POST" else show(request)


def to_form(request):
    """To the page of the form whose code was typed. Returns HttpResponse."""
    code = read_code(request.POST.get("code"))
    if not code or not known_code(request, code):
        return show(request, error=NOT_KNOWN if code else NO_CODE, status=400)
    day = parse_date(request.POST.get("came_on", "")) or timezone.localdate()
    address = redirect("paper_form", code)
    address["Location"] += f"?came_on={day.isoformat()}"
    return address


def show(request, error="", status=200):
    """The page. Returns HttpResponse."""
    entries = own_entries(request.user, request.led).select_related("round", "check_of").order_by("-typed_at", "-pk")
    said = SAID.get(request.GET.get("said"), "")
    context = {
        "error": error,
        "errors": [{"id": "code", "text": error}] if error else [],
        "typed": request.POST.get("code", ""),
        "came_on": last_day(request.user).isoformat(),
        "said": said.format(number=request.GET.get("number", "")) if said else "",
        "rounds": rounds_with_paper(request),
        "page": Paginator(without_long_texts(entries), A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "voices/paper/desk.html", context, status=status)


def last_day(user):
    """The day on which the last form that `user` (User) typed in came, when that was today; else today. A date."""
    today = timezone.localdate()
    last = PaperCopy.objects.filter(typed_by=user).exclude(voice=None).order_by("-typed_at").first()
    return last.came_on if last and timezone.localdate(last.typed_at) == today else today


def rounds_with_paper(request):
    """Rounds that ask something: open ones, and closed ones with forms. Each with its counts. A list of RoundPage."""
    asked = Exists(Question.objects.filter(round=OuterRef("pk"), ended_at=None))
    forms = Exists(PaperCopy.objects.filter(round=OuterRef("pk")))
    open_now = RoundPage.objects.open_on(timezone.localdate()).order_by().values("pk")
    rounds = RoundPage.objects.live().filter(Q(asked, pk__in=open_now) | Q(forms))
    rounds = list(rounds.defer(*LONG_TEXTS).order_by("-opens_on", "-pk")[:MOST_ROUNDS])
    counts = counted(PaperCopy.objects.filter(round__in=rounds), request)
    for page in rounds:
        page.paper = counts.get(page.pk, {"printed": 0, "typed": 0, "waits": 0})
    return rounds


def counted(copies, request):
    """How many forms are printed, typed in, and wait for this user as the second person. A dict round's id → dict."""
    if not request.unit:
        copies = copies.filter(organisation__in=request.organisations)
    typed = Q(voice__isnull=False)
    waits = typed & Q(check_of=None, lot__lt=F("below")) & ~Q(typed_by=request.user)
    rows = with_lots(copies).values("round").order_by()
    rows = rows.annotate(printed=Count("pk"), typed=Count("pk", filter=typed), waits=Count("pk", filter=waits))
    return {row["round"]: row for row in rows}


def with_lots(copies):
    """`copies` (queryset of PaperCopy), each with `below`: lots under it are checked by a second person."""
    one_in = Coalesce(F("round__paper_setting__one_in"), Value(int(USUAL)))
    none = When(round__paper_setting__one_in=0, then=Value(0))
    return copies.annotate(below=Case(none, default=Value(LOTS) / one_in, output_field=IntegerField()))
