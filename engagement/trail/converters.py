"""A day inside an address."""

from datetime import date


class Day:
    """`2027-03-04`, as a date."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date.fromisoformat(value)  # a ValueError means that the address is not there

    def to_url(self, value):
        return value.isoformat()
