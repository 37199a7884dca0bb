"""The whole app on a file, started as `main.py` starts it. Says "painted" when its first frame is out.

With `stay` before the app's own arguments it is minimised then, and says "rests" once it has nothing left to do.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
STAYS = sys.argv[1:2] == ["stay"]
if STAYS:
    del sys.argv[1]


def say_painted() -> None:
    """The frame that shows the list is on the screen."""
    print("painted", flush=True)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    if not STAYS:
        QApplication.quit()
        return

    from ui.later import Later

    def minimise() -> None:
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        if not all(piece.done() for window in windows for piece in window.findChildren(Later)):
            QTimer.singleShot(500, minimise)
            return
        for window in windows:
            window.showMinimized()
        QTimer.singleShot(1500, lambda: print("rests", flush=True))

    QTimer.singleShot(500, minimise)


from main import main  # noqa: E402

sys.exit(main(say_painted))
