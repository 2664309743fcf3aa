"""What a worker tells of how a person was supported: the choices, what may be stored, and what is still missing.

There is no question about what the person is able to do (3.1): only what was done, and how the person showed it.
"""

from django.core.exceptions import ValidationError

from .models import Consent, Support, supports
from .models.voices import PERSONS_OWN, Provenance

WHOSE = [
    (Provenance.OWN_WORDS, "The person's own words"),
    (Provenance.READ_BACK, "The person's words. I read them back and the person agreed"),
    (Provenance.SUMMARY, "My summary of what the person said"),
    (Provenance.OBSERVED, "What we saw. The person did not use words"),
    (Provenance.SOMEONE_ELSE, "The view of someone else, such as family or staff"),
]
OF_ONE = [("", "Like most of the answers"), *WHOSE]  # of one answer, where it differs from the rest
TOLD, EXPLAINED, SHOWED = supports.TOLD, supports.EXPLAINED, supports.SHOWED
NOT_BY_PHONE = {  # what nobody can do or see on the telephone
    "pictures", "pictures_to_sort", "signing", "objects", "video",
    "pointed", "signed", "looked", "wrote", "sorted", "behaviour",
}  # fmt: skip
AGREED = [
    (Support.Agreed.YES, "Yes, the person agreed with my summary"),
    (Support.Agreed.NOT_CHECKED, "I did not check it with the person"),
]
SURE = [
    (Support.Sure.SURE, "I am sure"),
    (Support.Sure.QUITE, "I am quite sure"),
    (Support.Sure.NOT, "I am not sure"),
]
AGREES_TO = [
    (Consent.Kind.PUBLISH, "We may show their words to other people"),
    (Consent.Kind.CONTACT, "We may contact them through you"),
    (Consent.Kind.PICTURE, "We may use their picture"),
    (Consent.Kind.VOICE, "We may use their recorded voice"),
    (Consent.Kind.FILM, "We may use their film"),
]
HOW_AGREED = [
    ("said", "Yes. They said it"),
    ("signed", "Yes. They signed it"),
    ("pointed", "Yes. They pointed"),
    ("wrote", "Yes. They wrote it"),
    ("other", "Yes. They showed it in another way"),
]
# As a consent keeps it, beside "on this website".
CONSENT_HOW = {
    "said": "said it to a worker",
    "signed": "signed it to a worker",
    "pointed": "pointed, with a worker",
    "wrote": "wrote it, with a worker",
    "other": "showed it to a worker in another way",
}

WRONG = "Choose 1 of the answers on this page."
NO_WHOSE = "Choose whose words they are."
NO_AGREED = "Say if the person agreed with your summary."
NO_SEEN_BY = "Say who saw it."
NO_SURE = "Say how sure you are."
NO_EXPLAINED = "Say how you explained the questions."
NO_SHOWED = "Say how the person showed their answers."
SEEN_BY_TOO_LONG = "Please make this shorter: who saw it."
ONLY_SUMMARY = "You said that these are the person's words. Type the exact words here. Or say that it is your summary."
NOT_THEIRS = "You said that this is the view of someone else. Then no answer can be the words of the person."
MOST_SEEN_BY = 80


def chosen(values, choices):
    """Those of `values` (list of str) in the order of `choices`. Raises ValidationError for one that is not there."""
    known = [str(value) for value, _ in choices]
    if not set(values) <= set(known):
        raise ValidationError(WRONG, code="support")
    return [value for value in known if value in values]


def one_of(value, choices):
    """`value` (str), one of `choices`, or "". Raises ValidationError for anything else."""
    return chosen([value], choices)[0] if value else ""


def by_phone(choices):
    """Those of `choices` (list of (value, label)) that can be on the telephone."""
    return [(value, label) for value, label in choices if value not in NOT_BY_PHONE]


def cleaned_agreements(agrees_to):
    """What the person agrees to: dict Consent.Kind → how they showed it; what they did not agree to is left out."""
    given = {str(kind): how for kind, how in agrees_to.items() if how}
    chosen(list(given), AGREES_TO)
    return {kind: one_of(how, HOW_AGREED) for kind, how in given.items()}


def agreements_for(asked_for):
    """The agreements to ask for, as (Consent.Kind, label): of files only those which `asked_for` holds."""
    only = (Consent.Kind.PICTURE, Consent.Kind.VOICE, Consent.Kind.FILM)
    return [(kind, label) for kind, label in AGREES_TO if kind not in only or kind in asked_for]


def whose_of(support):
    """Whose words they are: a Provenance, or "" while the worker has not said. `support`: Support."""
    return support.voice.provenance if support.is_sent else support.draft.about.get("whose", "")


def kinds_of(support):
    """Every kind of words in a visit: of the whole, and of answers that differ. `support`: Support. A set of str."""
    sent = support.is_sent
    rows = support.voice.answers.filter(is_current=True) if sent else support.draft.answers.all()
    return {whose_of(support), *rows.exclude(provenance="").values_list("provenance", flat=True)} - {""}


def missing(support):
    """What a worker must still say before sending. Returns a list of (step, field, sentence), each a str.

    Nothing here is about the person's answers: they may leave out any of them (Q5).
    """
    whose = whose_of(support)
    if not whose:
        return [("whose", "whose", NO_WHOSE), *missing_how(support, whose)]
    wanted = [
        (Provenance.SUMMARY, "agreed", support.agreed, NO_AGREED),
        (Provenance.OBSERVED, "seen_by", support.seen_by, NO_SEEN_BY),
        (Provenance.OBSERVED, "how_sure", support.how_sure, NO_SURE),
    ]
    kinds = kinds_of(support)
    more = [("more", name, sentence) for kind, name, value, sentence in wanted if kind in kinds and not value]
    return [*more, *missing_how(support, whose)]


def missing_how(support, whose):
    """What is missing of how it was explained and shown. Somebody else's view needs neither."""
    if whose == Provenance.SOMEONE_ELSE:
        return []
    pairs = [("explained", support.explained, NO_EXPLAINED), ("showed", support.showed, NO_SHOWED)]
    return [("how", name, sentence) for name, value, sentence in pairs if not value]


def only_summary(whose, answer):
    """Whether an answer (DraftAnswer) says to be in the person's words and holds a supporter's summary alone (3.2)."""
    is_own = (answer.provenance or whose) in PERSONS_OWN
    gave = answer.words or answer.choice_ids or answer.number is not None
    return is_own and bool(answer.summary) and not gave


def is_not_theirs(whose, answer):
    """Whether the whole is somebody else's view and an answer (DraftAnswer) says to be of another kind (ASC-P)."""
    return whose == Provenance.SOMEONE_ELSE and answer.provenance not in ("", Provenance.SOMEONE_ELSE)


def labels(values, choices):
    """The labels of `values` (list of str), in the order of `choices`. Returns a list of str."""
    return [label for value, label in choices if str(value) in values]
