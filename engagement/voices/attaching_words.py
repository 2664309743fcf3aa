"""What the page of a picture, a sound or a film says, each with its own help (Q6)."""

from dataclasses import dataclass

from .attached import FILM, PICTURE, SOUND


@dataclass(frozen=True)
class Words:
    """The words of one kind. Those in the plural are lists of Easy Read sentences."""

    title: str
    how: tuple  # how to do it
    mind: tuple  # what to think of before
    choose: str
    choose_again: str
    delete: str
    seen: str
    taken_out: str
    accept: str


WORDS = {
    PICTURE: Words(
        title="Draw or show a picture",
        how=("You can draw on paper and take a photo.",),
        mind=("Please show no faces of other people.", "Our staff look at it first."),
        choose="Choose a picture, or take a photo",
        choose_again="Choose another picture",
        delete="Delete my picture",
        seen="This is what you gave us.",
        taken_out="We take out where and when it was made.",
        accept="image/jpeg,image/png,image/webp,image/avif",
    ),
    SOUND: Words(
        title="Say it",
        how=("Say your answer in your own words.", "You can stop and start again."),
        mind=("Please do not say anyone’s name.", "Our staff listen to it first."),
        choose="Choose a sound on your phone or computer",
        choose_again="Choose another sound",
        delete="Delete my sound",
        seen="You can listen to it here.",
        taken_out="We take out where and when you said it.",
        accept="audio/*,.mp3,.m4a,.wav,.ogg,.webm",
    ),
    FILM: Words(
        title="Sign it or film it",
        how=("Sign or say your answer.", "Sit where there is light on your face.", "Show your face and both hands."),
        mind=(
            "A film shows your face.",
            "Our staff will know what you look like.",
            "Please show no other people.",
            "Please do not sign or say anyone’s name.",
        ),
        choose="Choose a film on your phone or computer",
        choose_again="Choose another film",
        delete="Delete my film",
        seen="You can look at it here.",
        taken_out="We take out where and when you filmed it.",
        accept="video/*",
    ),
}
WAITING = {
    SOUND: ("We have your sound.", "We are getting it ready."),
    FILM: ("We have your film.", "We are getting it ready.", "This can take 1 or 2 minutes."),
}
