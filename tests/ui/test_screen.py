"""Whether there is a screen is said in a sentence, before Qt would abort."""

from __future__ import annotations

import sys

import pytest

from ui.screen import missing_library, missing_screen

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_any_display_it_says_what_is_missing() -> None:
    assert "DISPLAY" in (missing_screen() or "")


def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    said = missing_screen() or ""
    assert ":4711" in said or "library" in said


def test_a_wayland_session_that_is_gone_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-that-ended")
    assert missing_screen() is not None


def test_who_chooses_a_platform_knows_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert missing_screen() is None


def test_a_missing_library_is_named() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1" in missing_library(error)
    assert missing_library(error).count(".") == 3
