"""The floor of starting: a window that is nothing but a list of 200 rows. Says "painted" when its first frame is out.

With the argument `stay` it is minimised then, and says "rests" once it has nothing left to do.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QListView


class BareList(QListView):
    """Tells its first paint."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, say_painted)


def say_painted() -> None:
    """The frame is on the screen."""
    print("painted", flush=True)
    if sys.argv[1:] != ["stay"]:
        QApplication.quit()
        return
    window.showMinimized()
    QTimer.singleShot(1500, lambda: print("rests", flush=True))


app = QApplication(sys.argv[:1])
window = BareList()
window.setModel(QStringListModel([f"Row {number}" for number in range(200)]))
window.resize(1360, 860)
window.show()
sys.exit(app.exec())
