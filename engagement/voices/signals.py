"""What this room tells the rooms to its left, which it may not know."""

from django.dispatch import Signal

# Sent with `voice` (Voice) inside the transaction that takes it back. Who keeps copies of words erases them now.
voice_taken_back = Signal()
