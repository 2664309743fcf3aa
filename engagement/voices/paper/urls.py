"""Addresses of paper: the desk, each round, each form by its code."""

from django.urls import path

from . import checking, desk, entry, giving, pages, typing

urlpatterns = [
    path("", desk.desk, name="support_paper"),
    path("round/<int:pk>/", pages.paper_round, name="paper_round"),
    path("round/<int:pk>/group-sheet.pdf", giving.tally_pdf, name="paper_tally"),
    path("round/<int:pk>/cards.pdf", giving.cards_pdf, name="paper_cards"),
    path("print/<uuid:public_id>/forms.pdf", giving.copies_pdf, name="paper_copies"),
    path("<form_code:code>/", typing.form, name="paper_form"),
    path("<form_code:code>/settle/", checking.settle, name="paper_settle"),
    path("<form_code:code>/entry/", entry.entry, name="paper_entry"),
    path("<form_code:code>/entry/<uuid:public_id>/", entry.scan, name="paper_scan"),
]
