"""Dates as people read them (N4)."""


def full_date(day):
    """`day` (date) with its weekday and the whole month: "Thursday 4 March 2027". Returns str."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
