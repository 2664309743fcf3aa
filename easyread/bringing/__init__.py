"""Bringing a text in: a Word file or pasted words become the parts of a page's draft, a sentence in each."""
