"""One peer challenge cycle in one file: who owes what, by when, and every document."""

__version__ = "0.1.0"
