"""Pictures are decoded no larger than they are shown, and what is none is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.pictures import face_of, read_picture


@pytest.fixture
def wide(tmp_path: Path) -> bytes:
    """A picture of 1200 by 600 pixels."""
    image = QImage(1200, 600, QImage.Format.Format_RGB32)
    image.fill(0x2C5C86)
    assert image.save(str(tmp_path / "wide.jpg"))
    return (tmp_path / "wide.jpg").read_bytes()


def test_a_large_picture_just_covers_what_is_asked_for(wide: bytes) -> None:
    found = read_picture(wide, 100)
    assert (found.width(), found.height()) == (200, 100)


def test_a_small_picture_stays_as_it_is(wide: bytes) -> None:
    found = read_picture(wide, 5000)
    assert (found.width(), found.height()) == (1200, 600)


@pytest.mark.parametrize("data", [b"", b"no picture"])
def test_what_is_no_picture_has_no_face(qtbot: QtBot, data: bytes) -> None:
    assert face_of(data, 60) is None
