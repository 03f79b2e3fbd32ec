"""Memory with the sample workspace open on its first page, beside a bare PySide6 window."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from one_window import PASSPHRASE
from windows import compare

from cspdesk.db import vault
from cspdesk.db.store import Store
from cspdesk.exchange import sample


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        key, _code = vault.create(Path(folder), PASSPHRASE)
        store = Store.create(Path(folder), key)
        sample.load(store, datetime.now(UTC).date())
        store.close()
        compare("open", "mebibytes", Path(folder), runs=5, unit="MiB", goal=2)


if __name__ == "__main__":
    main()
