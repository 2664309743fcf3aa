"""What people asked a body, with its answers, as everybody may see it: nothing unread, and late as late."""

from django.db.models import Case, Count, Exists, F, OuterRef, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from easyread.dates import full_date
from engagement.bodies.models import BodyAnswer, BodyQuestion

STATE_TAGS = {
    "answered": ("Answered", "done"),
    "waiting": ("Waiting for an answer", "soon"),
    "late": ("The answer is late", "late"),
}
KIND_WORDS = {
    BodyQuestion.Kind.ASK: "A question",
    BodyQuestion.Kind.STOP: "I did not understand this: stop and explain",
}
Whose = BodyQuestion.Whose
WHO = {
    Whose.OWN: "A person with a place on this group asked this.",
    Whose.READ_BACK: "A supporter wrote this for a person with a place. The person heard it again and agreed.",
    Whose.SUPPORTER: "A supporter of a person with a place asked this.",
}
SOMEBODY = "Somebody asked this."
NEWEST = 3  # questions that stand on the page of the body itself
PUBLIC_WORDS = Case(When(shown_words="", then=F("words")), default=F("shown_words"))


def asked_at(meeting):
    """What people asked at a `meeting` (Meeting), as everybody may see it: a dict. Two queries."""
    return told(BodyQuestion.objects.filter(meeting=meeting))


def asked_of(body):
    """What people asked a `body` (Body) at no meeting, as everybody may see it: a dict. Two queries."""
    return told(BodyQuestion.objects.filter(body=body, meeting=None))


def with_questions(bodies):
    """`bodies` (queryset of Body), each with `asked` and `replied` (int): questions that everybody may see, and those
    of them with an answer; and with what `newest_questions` reads. No query more for any of it (F2)."""
    shown = BodyQuestion.objects.filter(body=OuterRef("pk"), may_show=True, taken_back_at=None).order_by()
    replied = shown.filter(Exists(BodyAnswer.objects.filter(question=OuterRef("pk"))))
    bodies = bodies.annotate(asked=counted(shown), replied=counted(replied))
    newest = shown.annotate(said=PUBLIC_WORDS).exclude(said="").order_by("-asked_at", "-pk")
    for n in range(NEWEST):
        bodies = bodies.annotate(**{f"question_{n}": Subquery(newest.values("pk")[n : n + 1])})
        answers = BodyAnswer.objects.filter(question=OuterRef(f"question_{n}")).order_by("-answered_at", "-pk")
        said = Subquery(newest.values("said")[n : n + 1])
        bodies = bodies.annotate(**{f"asked_{n}": said, f"answer_{n}": Subquery(answers.values("plain")[:1])})
    return bodies


def newest_questions(body):
    """The newest questions of a `body` of `with_questions`, each with its newest answer: a list of dict of str."""
    rows = [(getattr(body, f"asked_{n}"), getattr(body, f"answer_{n}")) for n in range(NEWEST)]
    return [{"words": words, "answer": answer or ""} for words, answer in rows if words]


def counted(rows):
    """How many `rows` (queryset of BodyQuestion) a body has, as a value of its row."""
    return Coalesce(Subquery(rows.values("body").annotate(n=Count("pk")).values("n")), 0)


def questions_in_words(body):
    """How many questions a `body` of `with_questions` was asked, and answered, as a list of sentences."""
    if not body.asked:
        return ["Nobody asked it a question on this site yet."]
    asked = "1 question" if body.asked == 1 else f"{body.asked} questions"
    if body.replied == body.asked:
        return [f"People asked {asked}.", "It answered."]
    return [
        f"People asked {asked}.",
        f"It answered {body.replied} of them." if body.replied else "It has not answered.",
    ]


def told(asked):
    """Those of `asked` (queryset of BodyQuestion) that may be shown, and how many are not: a dict."""
    standing = (
        asked.standing()
        .select_related("item", "meeting", "sound")
        .prefetch_related("answers")
        .order_by("asked_at", "pk")
    )
    rows = list(standing)
    shown = [tell(question) for question in rows if question.may_show]
    hidden = sum(1 for question in rows if question.read_at and not question.may_show)
    unread = sum(1 for question in rows if not question.read_at)
    return {"questions": shown, "not_shown": not_shown(hidden, unread)}


def not_shown(hidden, unread):
    """What is not shown, said openly, as a list of sentences."""
    words = []
    if unread:
        words.append("We must still read 1 question." if unread == 1 else f"We must still read {unread} questions.")
    if hidden:
        what = "1 question" if hidden == 1 else f"{hidden} questions"
        words.append(f"We do not show {what}, to keep people safe.")
    return words


def tell(question):
    """A BodyQuestion with `who`, `title`, `tag`, `tag_kind`, `when` and `answered` for a template."""
    question.title = KIND_WORDS[question.kind]
    question.who = WHO[question.whose] if question.has_place else SOMEBODY
    state = question.state
    question.tag, question.tag_kind = STATE_TAGS[state]
    question.when = [f"They asked on {full_date(timezone.localdate(question.asked_at))}."]
    if state != "answered":
        late = state == "late"
        question.when.append(f"An answer {'was' if late else 'is'} due by {full_date(question.due_on)}.")
    question.answered = [
        (f"Answer of {full_date(timezone.localdate(row.answered_at))}", row) for row in question.answers.all()
    ]
    return question
