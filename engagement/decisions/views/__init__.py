"""Screens for outcomes: what bodies decided, their replies, and what happens next."""
