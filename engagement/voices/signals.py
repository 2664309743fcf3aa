"""What this room tells the rooms to its left, which it may not know."""

from django.dispatch import Signal

# Sent with `voice` (Voice) inside the transaction that takes it back. Who keeps copies of words erases them now.
voice_taken_back = Signal()

# Sent with `concern` (Concern), `voice` (Voice), `question` (Question, or None for all) and `held` (bool) inside the
# transaction in which words are held out under a concern, or come back. Who shows copies of words hides them now.
words_held = Signal()

# Sent with `key` (str, of the secret of a device) when a person clears their unsent answers or their device. Who keeps
# something unsent under that key removes it now.
device_cleared = Signal()

# Sent with `now` (datetime) each night, when unsent answers go that nobody came back to.
old_drafts_cleared = Signal()
