"""What every part of a cycle file has in common."""

from pydantic import BaseModel, ConfigDict

from peercycle.model.fields import Lines, Text


def _hyphenated(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Part(BaseModel):
    """A part of the file: frozen, with fixed hyphenated keys and no others."""

    # a part is only ever read from a file, so nothing misses its parameters
    model_config = ConfigDict(  # type: ignore[pydantic-alias]
        frozen=True,
        extra="forbid",
        strict=False,
        defer_build=True,
        alias_generator=_hyphenated,
        protected_namespaces=(),
    )


class Entry(Part):
    """A part that may say where it comes from."""

    source: Lines = ()
    """The words of the source document, quoted word for word: one text or a list."""
    suggested: Text | None = None
    """Why this is suggested although the source document does not say it."""
    note: Text | None = None
    """A remark for whoever reads the file."""
