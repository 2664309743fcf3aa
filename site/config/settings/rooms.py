"""Settings of Wagtail and of this product's own apps, with the reason for each that surprises."""

AUTH_USER_MODEL = "people.User"
WAGTAILIMAGES_IMAGE_MODEL = "easyread.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "easyread.SiteDocument"

# Nothing of a visitor or of staff goes to a third party.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS = []

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# No SVG from a form, it may hold a script; no GIF, it may move (L11). The picture bank's SVGs come by load_pictures.
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "easyread.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# A change after the check goes to the checkers again. What publishing ends and begins there: easyread/receivers.py.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False

# Which picture an idea gets when several sets have one: a site's own photos first (EASY-READ.md 5).
EASYREAD_PICTURE_SETS = ["own-photos", "photosymbols", "mulberry", "own", "openmoji"]

SMALL_NUMBER = 8  # Groups under this are hidden in public (3.9). Never under 5.
DAYS_TO_COME_BACK = 30  # How long an unsent voice is kept (Q10).
STARTS_IN_AN_HOUR = 120  # How many people may start to answer from one address; a day centre shares one (S6).

CALLS_IN_AN_HOUR = 30  # How many people may ask for a call from one address (S6).
LEAST_SECONDS_TO_ANSWER = 4  # From Start to Send: nobody is faster, a machine is (Q9). A round can switch it off.
DAYS_TO_KEEP_A_NUMBER = 14  # How long the number of somebody who asked for a call is kept, if nobody phoned (3.8).
FILES_IN_AN_HOUR = 300  # How many pictures and sounds may come from one address; a day centre shares one (S6).
FILES_OF_ONE_IN_AN_HOUR = 40  # And for one person's answers.
EASYREAD_MOST_UPLOAD = 25 * 1024 * 1024  # Of one request, where its page does not say otherwise.

CARDS_IN_AN_HOUR = 60  # How many cards may be sent by email or text from one address (S6).
DAYS_TO_KEEP_A_CONCERN = 6 * 365  # How long the words of a closed concern are kept (3.8, docs/safeguarding.md).
DAYS_TO_KEEP_A_CARD = 365  # How long a person's own phone keeps a card, when they press that it shall.
DAYS_TO_KEEP_A_SCAN = 365  # How long the photo or scan of a paper form is kept (3.8).

SILENCED_SYSTEM_CHECKS = []

COMMENTS_IN_AN_HOUR = 1200  # How often one address may say something about a sentence: a day centre with many (S6).
