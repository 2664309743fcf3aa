"""Cleaning rich text at the edge where it enters (S1): an allow list, and each link's address parsed."""

from urllib.parse import urlsplit

import bleach

TAGS = {"p", "b", "strong", "ul", "ol", "li", "a", "h3", "h4", "br"}
SCHEMES = {"https", "http", "mailto", "tel"}


def is_safe_address(value):
    """Whether a link may go to `value` (str): a path on this site, or http, https, mailto or tel.

    bleach alone lets `javascript:123` through, so the scheme is parsed here and a host is asked for.
    """
    if any(ord(character) < 33 or character == "\\" for character in value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    if not parts.scheme:
        return value.startswith(("/", "#", "?")) and not parts.netloc
    if parts.scheme.lower() not in SCHEMES:
        return False
    return bool(parts.netloc) if parts.scheme.lower() in {"http", "https"} else bool(parts.path)


def _keep_attribute(tag, name, value):
    if tag != "a":
        return name == "data-block-key"
    if name == "href":
        return is_safe_address(value)
    return name in {"linktype", "id"} and value.replace("-", "").isalnum()


def clean_html(html):
    """`html` (str) with every tag, attribute and address outside the allow list taken away. Returns str."""
    return bleach.clean(html, tags=TAGS, attributes=_keep_attribute, protocols=SCHEMES, strip=True)
