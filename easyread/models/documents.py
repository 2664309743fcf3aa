"""The site's own document model, so that it can grow without a change of model."""

from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument


class SiteDocument(AbstractDocument):
    """A file that staff put on the site."""

    admin_form_fields = WagtailDocument.admin_form_fields
