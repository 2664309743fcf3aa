"""Cells of a spreadsheet that cannot run: a program must never take what people said for a formula (S4)."""

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the last four are full-width forms


def disarmed(text):
    """`text` (str) for one cell: with an apostrophe in front when a program could take it for a formula."""
    return f"'{text}" if text.lstrip(" \u3000").startswith(STARTS) or text.startswith(("'", *STARTS)) else text


def armed(cell):
    """What `disarmed` made a `cell` (str) of. Returns str."""
    return cell[1:] if cell.startswith("'") else cell
