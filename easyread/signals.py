"""What a flow says when it changed public content in bulk, where Django's own signals are not sent."""

from django.dispatch import Signal

content_changed = Signal()
