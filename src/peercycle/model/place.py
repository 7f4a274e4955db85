"""Where something stands in a cycle file, by its keys."""

Place = tuple[str, ...]
"""Mapping keys and list positions ("0", "1") from the root of the file."""


def slashed(place: Place) -> str:
    """Return a place as text: `phases/self-view/actions/submit-self-view/due`."""
    return "/".join(place)
