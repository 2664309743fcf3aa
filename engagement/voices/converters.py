"""The address of a round inside our own addresses: a plan's round, or "Tell us something" (DESIGN.md 5)."""


class RoundAddress:
    """`have-your-say/<plan>/<round>` or `tell-us`. Reversing takes a RoundPage or such an address."""

    regex = r"tell-us|have-your-say/[-\w]+/[-\w]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return getattr(value, "address", value).strip("/")


class FormCode:
    """The code of a paper form: 9 digits."""

    regex = r"[0-9]{9}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
