"""One window a workspace: a second start brings the first window to the front."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 500


class Instance(QObject):
    """Listens under a name made from the workspace's path.

    A small file in the workspace says that somebody listens, so that a first start need not load
    Qt's network part before its window is shown.

    Signals:
        called(): another start asks for this window.
    """

    called = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sign = workspace / "window.pid"
        path = str(workspace.resolve()).encode()
        self._name = f"cspdesk-{hashlib.sha256(path).hexdigest()[:20]}"
        self._server: QLocalServer | None = None

    def hand_over(self) -> bool:
        """Call the window that is already there; False where there is none."""
        if not self._sign.exists():
            return False
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_PATIENCE_MS)
        if answered:
            socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """Take calls from now on. A server left by a crash is cleared away."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        server.newConnection.connect(self._on_call)
        self._server = server
        self.put_sign()

    def put_sign(self) -> None:
        """Leave the sign once the workspace's folder is there."""
        if self._server is not None and self._sign.parent.is_dir():
            # Without it a second start only takes longer to find out that the store is in use.
            with contextlib.suppress(OSError):
                self._sign.write_text(str(os.getpid()), "ascii")

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
            self._server = None
            with contextlib.suppress(OSError):
                self._sign.unlink()

    def _on_call(self) -> None:
        if self._server is not None:
            call = self._server.nextPendingConnection()
            if call is not None:
                call.disconnected.connect(call.deleteLater)
                self.called.emit()
