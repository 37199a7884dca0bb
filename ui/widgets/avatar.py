"""A person's or organisation's round picture: the photo, or initials on a colour that stays theirs."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import BOLD, font, px
from ui.palette import AVATAR_TONES, Tone, current
from ui.widgets.drawing import box

ROW = 36
HEADER = 60


def avatar_tone(ident: int | str) -> Tone:
    """The colour of one person: the same on every machine, run and page."""
    return AVATAR_TONES[crc32(str(ident).encode()) % len(AVATAR_TONES)]


def paint_avatar(
    painter: QPainter, rect: QRect | QRectF, initials: str, tone: Tone, pixmap: QPixmap | None = None
) -> None:
    """Draw a round avatar that fills `rect`. A photo is scaled to cover it; without one, up to two initials."""
    area = QRectF(rect)
    if pixmap is not None and not pixmap.isNull():
        _paint_photo(painter, area, pixmap)
        return
    palette = current()
    box(painter, area, area.height() / 2, palette.ground(tone))
    painter.save()
    face = font(13, BOLD)
    face.setPixelSize(max(8, round(area.height() * 0.36)))
    painter.setFont(face)
    painter.setPen(palette.ink(tone))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials[:2])
    painter.restore()


def _paint_photo(painter: QPainter, area: QRectF, pixmap: QPixmap) -> None:
    side = min(pixmap.width(), pixmap.height())
    source = QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
    path = QPainterPath()
    path.addEllipse(area)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path)
    painter.drawPixmap(area, pixmap, source)
    painter.restore()


class Avatar(QWidget):
    """The avatar as a widget of fixed size (`ROW` or `HEADER` pixels of the drawings)."""

    def __init__(self, size: int = ROW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._initials = ""
        self._tone = Tone.GREY
        self._pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_face(self, name: str, initials: str, ident: int | str, pixmap: QPixmap | None = None) -> None:
        """Show this person; `name` is what a screen reader says, `ident` chooses the colour."""
        self._initials = initials
        self._tone = avatar_tone(ident)
        self._pixmap = pixmap
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), self.rect(), self._initials, self._tone, self._pixmap)
