"""What tests of a workspace ask for by name."""

from pathlib import Path

import pytest

from tests.workspace.seasons import Season


@pytest.fixture
def season(tmp_path: Path) -> Season:
    """Return a season in which nothing is published yet."""
    return Season(tmp_path)
