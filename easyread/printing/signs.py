"""Small signs on paper beside good and bad points: understood without colour, and no letters of another font."""

LINES = {"good": ("M5 13 L10 18 L19 6", "#1d4a25"), "bad": ("M6 6 L18 18 M18 6 L6 18", "#7d1d14")}
SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<path d="{line}" fill="none" stroke="{ink}" stroke-width="3.2" stroke-linecap="round"/></svg>'
)


def drawn_sign(name):
    """The sign `name` (str), good or bad, as an SVG drawing (str)."""
    line, ink = LINES[name]
    return SIGN.format(line=line, ink=ink)
