"""The demonstration never takes anything away that it did not make."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cspdesk import demo
from cspdesk.db import vault
from cspdesk.errors import DeskError

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("own", [True, False])
def test_what_lies_in_its_place_is_left_alone(tmp_path: Path, own: bool) -> None:
    workspace = tmp_path / "workspace"
    if own:
        vault.create(workspace, "somebody's own passphrase")
    else:
        workspace.mkdir()
    (workspace / "letter.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(DeskError, match="left as it is"):
        demo.make(tmp_path, TODAY, print)
    assert (workspace / "letter.txt").read_text(encoding="utf-8") == "kept"
