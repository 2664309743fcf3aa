"""Staff screens for the films of pages: the list, and bringing one in."""

from django.core.paginator import Paginator
from django.urls import reverse

from ..media import waiting
from ..models import Film
from ..screens.frame import FormScreen, Screen
from . import flows
from .forms import FilmForm

PER_PAGE = 25
WAITS = "We have the film. We are getting it ready. You can choose it in a page already."
READY = "The film is ready. You can choose it in a page."


class Films:
    """Screens for those who may bring in films."""

    header_icon = "media"

    def allowed(self, user):
        return user.has_perm(flows.RIGHT)

    def above(self):
        return [(reverse("films:index"), "Films")]


class FilmList(Films, Screen):
    """Every film, the newest first."""

    template_name = "easyread/admin/films.html"
    page_title = "Films"

    def above(self):
        return []

    def get_context_data(self, **kwargs):
        page = Paginator(Film.objects.select_related("made_by"), PER_PAGE).get_page(self.request.GET.get("page"))
        for film in page:
            waiting.ask_for(film)  # in case the worker was killed
        return super().get_context_data(page=page, **kwargs)


class BringIn(Films, FormScreen):
    """Bring in a film with its captions."""

    template_name = "easyread/admin/film.html"
    page_title = "Bring in a film"
    form_class = FilmForm

    def run(self, form):
        values = {name: form.cleaned_data[name] for name in ("title", "film", "captions")}
        film = flows.bring_in(by=self.request.user, **values)
        return WAITS if film.waiting else READY

    def get_success_url(self):
        return reverse("films:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.get_success_url(), **kwargs)
