"""The form by which staff bring in a film."""

from django import forms

from ..media.limits import MB, MOST_BYTES, MOST_SECONDS, PAGE_FILM

LONG = f"At most {MOST_SECONDS[PAGE_FILM] // 60} minutes and {MOST_BYTES[PAGE_FILM] // MB} megabytes."


class FilmForm(forms.Form):
    """A film and its captions: there is none without (M2)."""

    title = forms.CharField(label="What is it about?", max_length=120, help_text="Only staff see this.")
    film = forms.FileField(
        label="The film",
        help_text=f"{LONG} Slow and clear speech is best. We write it anew, without what your device wrote.",
        widget=forms.FileInput(attrs={"accept": "video/*"}),
    )
    captions = forms.FileField(
        label="The captions",
        help_text="A WebVTT file, which ends with .vtt. People who cannot hear need them.",
        widget=forms.FileInput(attrs={"accept": ".vtt,text/vtt"}),
    )
    agreed = forms.BooleanField(
        label="Everybody who is seen or heard in it agrees that it is public.",
        error_messages={"required": "Ask the people first. Then tick this."},
    )
