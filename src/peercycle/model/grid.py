"""One value, or values by the ids of rounds and groups (format, section 4)."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Grid(NamedTuple):
    """One value, or values by the ids of rounds and groups: exactly one of the two is set."""

    value: Any = None
    cells: Mapping[str, "Grid"] | None = None

    def at(self, *ids: str) -> Any:
        """Return the value where these round and group ids lead, None where the grid has no such cell."""
        if self.cells is None:
            return self.value
        for key in ids:
            if key in self.cells:
                return self.cells[key].at(*ids)
        return None

    def leaves(self, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
        """Return every value with the ids that lead to it."""
        if self.cells is None:
            return [(path, self.value)]
        return [leaf for key, cell in self.cells.items() for leaf in cell.leaves((*path, key))]
