"""The addresses of the PMU's screens under /admin/, and their place in the menu."""

from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .permissions import may_read
from .views import accounts, ideas, looking, one_idea, reading, rounds, sorting, themes, told, workshops, worrying


class ReaderMenuItem(MenuItem):
    """In the menu of those who may read what people said."""

    def is_shown(self, request):
        return may_read(request.user)


class ReadingViewSet(ViewSet):
    """/admin/heard/: reading what people said."""

    name = "reading"
    url_prefix = "heard"
    icon = "view"
    menu_label = "Read what people said"
    menu_name = "read-what-people-said"
    menu_item_class = ReaderMenuItem
    menu_order = 110
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", reading.Queue.as_view(), name="queue"),
            path("<int:pk>/", reading.ReadOne.as_view(), name="read"),
            path("file/<uuid:public_id>/", looking.File.as_view(), name="file"),
            path("look/<uuid:public_id>/", looking.Look.as_view(), name="look"),
            path("words-that-worry/", worrying.WorryWords.as_view(), name="worry_words"),
            path("words-that-worry/<int:pk>/remove/", worrying.RemoveWorryWord.as_view(), name="remove_worry_word"),
            path("<int:pk>/worried/", worrying.Worried.as_view(), name="worried"),
            path("<int:pk>/show/", reading.MayShow.as_view(), name="may_show"),
        ]


class HeardViewSet(ViewSet):
    """/admin/what-we-heard/: themes, quotes and publishing."""

    name = "heard"
    url_prefix = "what-we-heard"
    icon = "openquote"
    menu_label = "What we heard"
    menu_name = "what-we-heard"
    menu_item_class = ReaderMenuItem
    menu_order = 120
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", rounds.Rounds.as_view(), name="rounds"),
            path("<int:pk>/", rounds.OneRound.as_view(), name="round"),
            path("<int:pk>/counts.csv", rounds.CountsTable.as_view(), name="counts"),
            path("<int:pk>/put/", sorting.PutInTheme.as_view(), name="put"),
            path("<int:pk>/workshops/", workshops.Workshops.as_view(), name="workshops"),
            path("<int:pk>/write/", accounts.WriteAccount.as_view(), name="write"),
            path("<int:pk>/publish/", accounts.PublishAccount.as_view(), name="publish"),
            path("<int:pk>/correct/", accounts.CorrectAccount.as_view(), name="correct"),
            path("<int:pk>/take-down/", accounts.TakeDownAccount.as_view(), name="take_down"),
            path("<int:pk>/ideas/", ideas.Ideas.as_view(), name="ideas"),
            path("<int:pk>/ideas/sort/", ideas.SortIdeas.as_view(), name="sort_ideas"),
            path("<int:pk>/ideas/put/", sorting.PutInIdea.as_view(), name="put_in_idea"),
            path("idea/<int:pk>/", one_idea.OneIdea.as_view(), name="idea"),
            path("idea/<int:pk>/show/", one_idea.ShowIdea.as_view(), name="show_idea"),
            path("idea/<int:pk>/take-down/", one_idea.TakeDownIdea.as_view(), name="take_down_idea"),
            path("idea/<int:pk>/together/", one_idea.Together.as_view(), name="idea_together"),
            path("idea/<int:pk>/apart/", one_idea.Apart.as_view(), name="idea_apart"),
            path("idea/<int:pk>/theme/", one_idea.LeadToTheme.as_view(), name="idea_theme"),
            path("idea/<int:pk>/remove/", one_idea.RemoveIdea.as_view(), name="remove_idea"),
            path("idea/<int:pk>/<int:answer>/out/", one_idea.OutOfIdea.as_view(), name="out_of_idea"),
            path("idea/<int:pk>/<int:answer>/words/", one_idea.IdeaWords.as_view(), name="idea_words"),
            path("idea/<int:pk>/<int:answer>/quiet/", one_idea.HideWords.as_view(), name="idea_quiet"),
            path("theme/<int:pk>/", themes.OneTheme.as_view(), name="theme"),
            path("theme/<int:pk>/publish/", told.PublishTheme.as_view(), name="publish_theme"),
            path("theme/<int:pk>/put-right/", told.PutThemeRight.as_view(), name="correct_theme"),
            path("theme/<int:pk>/take-down/", told.TakeThemeDown.as_view(), name="take_down_theme"),
            path("theme/<int:pk>/plan/", told.StartPlan.as_view(), name="start_plan"),
            path("theme/<int:pk>/remove/", themes.RemoveTheme.as_view(), name="remove_theme"),
            path("theme/<int:pk>/<int:answer>/out/", themes.TakeOut.as_view(), name="take_out"),
            path("theme/<int:pk>/<int:answer>/quote/", themes.PickQuote.as_view(), name="quote"),
            path("theme/<int:pk>/<int:answer>/quiet/", themes.DropQuote.as_view(), name="drop_quote"),
        ]
