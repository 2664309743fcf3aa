"""Dots on paper: ten in a row with a gap after five, full, half or empty, understood without colour (N2)."""

ROW = 9  # millimetres from row to row
IN_A_ROW, GAP = 10, 4
RADIUS, LINE, INK = 3.2, 0.6, "#17484f"
HALF = '<path d="M {x} {top} A {r} {r} 0 0 0 {x} {bottom} Z" fill="{ink}"/>'


def dot_rows(number):
    """How many rows `number` dots (int) fill (int)."""
    return -(-number // IN_A_ROW)


def drawn_dots(full, part, rest):
    """`full` dots, `part` (0 or 1) half ones and `rest` empty ones (int each) as an SVG drawing (str)."""
    kinds = ["full"] * full + ["part"] * part + ["rest"] * rest
    shapes = "".join(dot(place, kind) for place, kind in enumerate(kinds))
    width, height = IN_A_ROW * ROW + GAP, max(1, dot_rows(len(kinds))) * ROW
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'


def dot(place, kind):
    """One dot at a `place` (int, from 0). `kind`: full, part or rest. Returns SVG (str)."""
    row, column = divmod(place, IN_A_ROW)
    x = column * ROW + ROW / 2 + (GAP if column >= IN_A_ROW // 2 else 0)
    y = row * ROW + ROW / 2
    fill = INK if kind == "full" else "none"
    round_line = f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="{fill}" stroke="{INK}" stroke-width="{LINE}"/>'
    half = HALF.format(x=x, top=y - RADIUS, bottom=y + RADIUS, r=RADIUS, ink=INK) if kind == "part" else ""
    return round_line + half
