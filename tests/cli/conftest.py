"""Commands run in this process, on a workspace made by the commands themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cspdesk.cli.commands import main
from cspdesk.db import vault

Run = Callable[..., Result]
SECRET = "ទឹកភ្លៀង secret"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as Argon2id allows, and know no workspace of this computer."""
    monkeypatch.setattr(vault, "MEMORY", 8 * 1024 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)
    monkeypatch.delenv("CSPDESK_DATA_DIR", raising=False)
    monkeypatch.delenv("CSPDESK_PASSPHRASE", raising=False)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command on ``tmp_path / 'data'`` with the passphrase in a file."""
    secret = tmp_path / "secret"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")

    def command(*words: str | Path) -> Result:
        where = ("--data-dir", str(tmp_path / "data"), "--passphrase-file", str(secret))
        return CliRunner().invoke(main, [*map(str, words), *where])

    return command


@pytest.fixture
def made(run: Run) -> Run:
    """The same, where there is an empty workspace."""
    result = run("init", "--organisation", "Network of NGOs")
    assert result.exit_code == 0, result.stderr
    return run


@pytest.fixture
def sample(run: Run) -> Run:
    """The same, where there is a demo."""
    result = run("demo")
    assert result.exit_code == 0, result.stderr
    return run


def listed(result: Result) -> Any:
    """Return what a command wrote as JSON."""
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)
