"""Screens in the admin: the checkers' own, and those that put a live page right or take it down."""
