"""What flows say to other rooms."""

from django.dispatch import Signal

content_changed = Signal()
"""Public content was changed in bulk, where Django's own signals are not sent."""

page_corrected = Signal()
"""A live page was put right at once. Sends `page` and `correction` (Correction)."""

name_changed = Signal()
"""A page may not say a checker's name as before. Sends `page`: what is kept of it on paper must go."""

page_taken_down = Signal()
"""A live page was taken down at once. Sends `page` and `correction` (Correction)."""
