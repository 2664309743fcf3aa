"""One cell of a spreadsheet as text; and what is wrong with one that cannot be taken."""

from datetime import date, datetime

FORMULA = "This is a formula. Please put its value there."
JOINED = "These cells are joined. Please take them apart."
BROKEN = "The spreadsheet shows a fault here. Please put the value there."


class Faulty(str):
    """A cell that cannot be taken. `sentence` (str): why."""

    sentence = ""

    def __new__(cls, sentence, text=""):
        made = super().__new__(cls, text)
        made.sentence = sentence
        return made


def text_of(value):
    """A value as text: 1.0 is 1, a day is 2027-03-04, true is Yes. Returns str."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
