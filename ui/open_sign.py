"""The foot of the side bar: whether I am open, until when, and what waits. A click leads to the boundaries."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from relapp.domain.changes import Area
from relapp.domain.reminders import Door
from relapp.domain.words import tr
from ui import icons
from ui.fonts import BODY, SECONDARY, SMALL, STRONG, font, px
from ui.moments import Moments
from ui.open_words import OpenWords, open_words
from ui.palette import Tone, current
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.drawing import box, focus_ring, from_start, is_mirrored, start_side
from ui.widgets.focus import ring_after
from ui.widgets.hover import settle_after_popup
from ui.widgets.text import plain_tip

HEIGHT, LOW = 55, 37
_RADIUS = 9
_AREAS = (Area.HOURS, Area.SETTINGS, Area.FOLLOW_UPS, Area.DELIVERIES, Area.PEOPLE)
_FACES = {Door.OPEN: ("sun", Tone.GREEN), Door.QUIET: ("moon", Tone.PLUM), Door.PAUSED: ("timer", Tone.AMBER)}


class OpenSign(QAbstractButton):
    """Kept up with every change and every minute. The right button, the Menu key and the dots open the pauses."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._face = _FACES[Door.OPEN]
        self.words = OpenWords("", "")
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: shell.open_page("boundaries"))
        self._watcher = Watcher(self, shell.bus, _AREAS, self.reload)
        shell.bus.minute_passed.connect(self._watcher.mark_stale)
        self.reload()

    def reload(self) -> None:
        """Says how it stands now."""
        status = self._shell.core.reminders.status()
        self.words = open_words(self._shell.core, status, self._moments)
        self._face = _FACES[status.door]
        said = ", ".join(part for part in self.words if part)
        self.setAccessibleName(said)
        self.setAccessibleDescription(tr("Opens the boundaries; the menu has the pauses"))
        self.setToolTip(plain_tip(said))
        self.update()

    def show_menu(self, at: QPoint) -> QMenu:
        """The pauses."""
        from ui.pauses import fill_pause_menu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_pause_menu(menu, self._shell)
        menu.addSeparator()
        menu.addAction(tr("Boundaries"), lambda: self._shell.open_page("boundaries"))
        menu.popup(at - QPoint(0, menu.sizeHint().height()))
        settle_after_popup(self)
        return menu

    def _is_narrow(self) -> bool:
        return self.width() < px(100)

    def dots(self) -> QRect:
        """Where the menu is opened with the mouse; empty on a narrow side bar."""
        if self._is_narrow():
            return QRect()
        return from_start(self, QRect(self.width() - px(28), 0, px(28), self.height()))

    def sizeHint(self) -> QSize:
        return QSize(px(194), px(LOW if self._is_narrow() else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(38), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    # --- what is done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.dots().contains(event.position().toPoint()):
            self.show_menu(self.mapToGlobal(QPoint(0, 0)))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu(self.mapToGlobal(QPoint(0, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    # --- how it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        icon, tone = self._face
        ink = palette.ink(tone)
        near = self.underMouse() or (self.hasFocus() and self._ring)
        box(painter, self.rect(), _RADIUS, palette.ground(tone), ink if self.underMouse() else None)
        if self._is_narrow():
            icons.paint(painter, icon, QRect((self.width() - px(16)) // 2, 0, px(16), self.height()), ink)
        else:
            square = QRect(px(12), px(10), px(16), px(18))
            icons.paint(painter, icon, from_start(self, square), ink)
            room = self.width() - px(20)
            beside = room - px(19) - (px(20) if near else 0)  # the dots take room from the shorter line
            self._paint_line(painter, QRect(px(31), px(9), beside, px(20)), self.words.title, strong=True)
            self._paint_line(painter, QRect(px(12), px(28), room, px(18)), self.words.detail, strong=False)
            if near:
                dots = QRect(self.dots().center().x() - px(8), px(9), px(16), px(20))
                icons.paint(painter, "dots-three", dots, ink)
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), _RADIUS)

    def _paint_line(self, painter: QPainter, rect: QRect, text: str, *, strong: bool) -> None:
        sizes = (BODY, SECONDARY, SMALL) if strong else (SECONDARY, SMALL)
        faces = [font(size, STRONG) if strong else font(size) for size in sizes]
        fitting = (face for face in faces if QFontMetrics(face).horizontalAdvance(text) <= rect.width())
        face = next(fitting, faces[-1])
        painter.setFont(face)
        painter.setPen(current().ink(self._face[1]))
        words = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = start_side(is_mirrored(self)) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(from_start(self, rect), side, words)
