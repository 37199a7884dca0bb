"""The whole app as it waits in the tray. Says "ready" once a second start would reach it, then, for each, "painted".

Its window is shown and painted once, then hidden, and hidden again after each second start. Painted is the first frame:
what the screen shows then is the window's last picture, and all that is seen of it is alive one frame later.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))


def wait_in_hiding() -> None:
    """The first frame is on the screen."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.second_instance import address

    (window,) = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    bell = address(Path(sys.argv[sys.argv.index("--file") + 1]))

    class Hiding(QObject):
        """Tells the first frame after each time it was hidden: it is painted while the screen asks for it."""

        def __init__(self, watched: QWidget) -> None:
            super().__init__(watched)
            self.seen = True
            watched.windowHandle().installEventFilter(self)

        def hide_again(self) -> None:
            window.hide()
            QTimer.singleShot(700, self.rest)  # it puts its things away

        def rest(self) -> None:
            self.seen = False
            print("ready", flush=True)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Expose and not self.seen and window.windowHandle().isExposed():
                self.seen = True
                QTimer.singleShot(0, self.tell)
            return False

        def tell(self) -> None:
            print("painted", flush=True)
            QTimer.singleShot(300, self.hide_again)

    hiding = Hiding(window)

    def look() -> None:
        if os.path.exists(bell):
            timer.stop()
            QTimer.singleShot(500, hiding.hide_again)

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(50)


from main import main  # noqa: E402

sys.exit(main(wait_in_hiding))
