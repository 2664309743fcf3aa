"""What staff fill in about meetings: facts, agenda, papers and places."""

from django import forms
from django.apps import apps

from easyread.models import Picture
from easyread.writing.widgets import EasyReadInput, EasyReadTextarea

from .models import AgendaItem, Body, Meeting, Seat

ONE_A_LINE = "In Easy Read. One sentence on each line. 15 words or fewer."


def area(rows):
    """A place to type several lines, `rows` (int) of them to see at first."""
    return forms.Textarea(attrs={"rows": rows})


def easy(rows):
    """The same for Easy Read words: what is hard in them is shown while somebody writes."""
    return EasyReadTextarea(attrs={"rows": rows})


def day():
    """A place to give a day, with the browser's own calendar."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def clock():
    """A place to give a time."""
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class FactsForm(forms.ModelForm):
    """What somebody must know who wants to come."""

    class Meta:
        model = Meeting
        fields = [
            *("plain", "starts_at", "ends_at", "place", "who_can_come", "getting_there", "online", "support"),
            *("contact_name", "contact_phone", "contact_email", "time_paid", "travel_paid", "pay_words"),
            "papers_days",
        ]
        labels = {
            "plain": "What is the meeting about?",
            "starts_at": "When does it start?",
            "ends_at": "When does it end?",
            "place": "Where is it?",
            "who_can_come": "Who can come?",
            "getting_there": "How do people get there?",
            "online": "How do people join online?",
            "support": "What help is there at the meeting?",
            "contact_name": "Who can people ring?",
            "contact_phone": "Their phone number",
            "contact_email": "Their email address",
            "time_paid": "Is people's time paid?",
            "travel_paid": "Is their travel paid?",
            "pay_words": "What is paid, and how?",
            "papers_days": "How many days before do people get the papers?",
        }
        help_texts = {"contact_name": "A role or a team. Never a name.", "plain": ONE_A_LINE}
        widgets = {
            "starts_at": clock(),
            "ends_at": clock(),
            "who_can_come": forms.RadioSelect,
            "time_paid": forms.RadioSelect,
            "travel_paid": forms.RadioSelect,
            **{name: easy(3) for name in ("plain", "getting_there", "online", "support", "pay_words")},
        }

    def _post_clean(self):
        """Leave every rule to the flow, which gives its own sentences; the row is not touched here."""


class PlanMeetingForm(FactsForm):
    """A meeting that is new here."""

    body = forms.ModelChoiceField(label="Which body meets?", queryset=Body.objects.none())
    held_on = forms.DateField(label="On which day?", widget=day())
    field_order = ["body", "held_on"]

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies


class CallOffForm(forms.Form):
    """Why a meeting does not take place."""

    reason = forms.CharField(label="Why does it not take place?", widget=easy(3), help_text=ONE_A_LINE)


class ItemForm(forms.Form):
    """One thing on the agenda."""

    number = forms.IntegerField(label="Its place on the agenda", min_value=1, max_value=99, required=False)
    title = forms.CharField(
        label="What do they talk about?", max_length=160, widget=EasyReadInput, help_text="In Easy Read."
    )
    plain = forms.CharField(label="More about it", widget=easy(3), required=False, help_text=ONE_A_LINE)
    standard = forms.CharField(label="The same in standard words", widget=area(3), required=False)
    picture = forms.ModelChoiceField(label="Picture", queryset=Picture.objects.none(), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        pictures = Picture.objects.exclude(idea="").order_by("title").only("title")
        self.fields["picture"].queryset = pictures


class PaperForm(forms.Form):
    """One paper for a meeting. Everybody can read it once it is sent."""

    title = forms.CharField(label="What is the paper?", max_length=160, widget=EasyReadInput, help_text="In Easy Read.")
    item = forms.ModelChoiceField(
        label="For which thing on the agenda?", queryset=AgendaItem.objects.none(), required=False
    )
    plain = forms.CharField(label="The paper in Easy Read", widget=easy(8), required=False, help_text=ONE_A_LINE)
    easy_read_file = forms.ModelChoiceField(label="Or a file in Easy Read", queryset=None, required=False)
    checked_by = forms.CharField(
        label="Which readers checked it?",
        max_length=120,
        required=False,
        help_text="A group, never a name. Empty: nobody checked it yet. New words need a new check.",
    )
    standard = forms.CharField(label="The paper in standard words", widget=area(6), required=False)
    standard_file = forms.ModelChoiceField(label="Or a file in standard words", queryset=None, required=False)

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = meeting.agenda.all()
        documents = apps.get_model("easyread", "SiteDocument").objects.order_by("title").only("title")
        for name in ("easy_read_file", "standard_file"):
            self.fields[name].queryset = documents


class SendForm(forms.Form):
    """When people got a paper."""

    on = forms.DateField(label="On which day did people get it?", widget=day())


class PlaceForm(forms.Form):
    """Who gets a place."""

    seat = forms.ModelChoiceField(label="Which place?", queryset=Seat.objects.none())
    name = forms.CharField(label="The person's name", max_length=150, help_text="Only staff see it.")
    email = forms.EmailField(label="Their email address", help_text="They sign in with it. A code comes by email.")
    since = forms.DateField(label="From which day?", widget=day())

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        seats = Seat.objects.filter(body__in=bodies).select_related("body")
        self.fields["seat"].queryset = seats.order_by("-for_people", "body__name", "sort_order")
        self.fields["seat"].label_from_instance = lambda seat: f"{seat.body.plain_name}: {seat.role}"


class EndPlaceForm(forms.Form):
    """Until when somebody holds a place."""

    until = forms.DateField(label="The last day", widget=day())
