"""The Programme Management Unit gives a new card to a person whose answers staff typed in (docs/cards.md)."""

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from engagement.people.staff import StaffForm

from ..flows import give_new_card, mail_card
from ..keys import read_code
from ..models import Card
from ..reaching import read_email
from ..shown_card import card_address, card_parts

NO_CODE = "Type the 8 numbers of the card."
NO_CARD = "We do not know this code. Please look at it again."
SENT_ALONE = "This person sent their answers alone. We cannot know who they are, so nobody can give them a new card."

OLD_ONE_STOPPED = "The old link does not work any more."
SHOWN_ONCE = "You see this page only now. Print it for the person."
EMAILED = "We emailed it. We did not keep the address."


class NewCardForm(forms.Form):
    """The short code, and that somebody made sure whose card it is."""

    code = forms.CharField(
        label="The code of the lost card", help_text="The 8 numbers, from the person or their paper."
    )
    email = forms.CharField(
        label="Where shall we email it?",
        help_text="The person’s email address. It is not kept. Leave it empty to print the card.",
        required=False,
    )
    sure = forms.BooleanField(
        label="I know that these are the answers of this person",
        help_text="The paper form is here, or the worker who typed them in says so. The code alone is not enough.",
    )

    def clean_email(self):
        typed = self.cleaned_data["email"]
        return read_email(typed) if typed.strip() else ""

    def clean_code(self):
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise ValidationError(NO_CODE)
        card = Card.objects.select_related("voice__round").filter(code=code).first()
        if card is None:
            raise ValidationError(NO_CARD)
        self.cleaned_data["card"] = card
        return code


@method_decorator(sensitive_post_parameters(), name="dispatch")  # the address is in no report of a fault either (S8)
class GiveNewCard(StaffForm):
    """Type a code; the new card is shown once, to print or to email. Nothing of the words is shown."""

    form_class = NewCardForm
    template_name = "voices/new_card.html"
    page_title = "Give a new card"
    header_icon = "key"
    button = "Give a new card"

    def allowed(self, user):
        return user.has_perm("voices.give_new_card")

    def run(self, form):
        """Give it, or refuse on the form what nobody may give. Returns the whole new link (str)."""
        try:
            token = give_new_card(voice=form.cleaned_data["card"].voice, by=self.request.user)
        except PermissionDenied:
            raise ValidationError(SENT_ALONE) from None
        return self.request.build_absolute_uri(card_address(token))

    def mail(self, form, link):
        """Email the new card where the person wants it. Returns "" or why it was not sent (str)."""
        card = Card.objects.select_related("voice__round").get(pk=form.cleaned_data["card"].pk)
        network = get_adapter(self.request).get_client_ip(self.request)
        try:
            mail_card(card=card, link=link, email=form.cleaned_data["email"], network=network)
        except ValidationError as refusal:
            return refusal.messages[0]
        return ""

    def form_valid(self, form):
        """Show the card at once: the link is stored nowhere, so no later page could show it."""
        try:
            link = self.run(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        card, wanted = form.cleaned_data["card"], form.cleaned_data["email"]
        not_sent = self.mail(form, link) if wanted else ""
        told = [OLD_ONE_STOPPED, SHOWN_ONCE, *([EMAILED] if wanted and not not_sent else [])]
        context = {"card": card_parts(card, link), "page": card.voice.round, "told": told, "not_sent": not_sent}
        response = render(self.request, "voices/new_card_shown.html", context | {"back": self.request.path})
        response["Cache-Control"] = "no-store, private"
        return response

    def above(self):
        return [(reverse("wagtailadmin_home"), "First screen")]
