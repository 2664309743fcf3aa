"""What a page may load and where it may send (S2): strict for the public, looser under /admin/ alone."""

_SELF = ["'self'"]
_PUBLIC = {
    "default-src": ["'none'"],
    "script-src": _SELF,
    "style-src": _SELF,
    "img-src": _SELF,
    "font-src": _SELF,
    "media-src": _SELF,
    "connect-src": _SELF,
    "form-action": _SELF,
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _PUBLIC}
# Wagtail's edit forms run inline scripts and show previews in frames.
ADMIN_CONTENT_SECURITY_POLICY = _PUBLIC | {
    "script-src": [*_SELF, "'unsafe-inline'"],
    "style-src": [*_SELF, "'unsafe-inline'"],
    "img-src": [*_SELF, "data:", "blob:"],
    "frame-src": _SELF,
    "frame-ancestors": _SELF,
    "worker-src": [*_SELF, "blob:"],
}
