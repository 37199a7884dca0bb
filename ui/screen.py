"""Is there a screen to show a window on? Asked before Qt is, which would abort the process without one."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from relapp.domain.words import tr


def missing_screen() -> str | None:
    """One sentence that says why no window can be shown, or None. Only Linux and its like can lack a screen."""
    if sys.platform in ("win32", "darwin"):
        return None
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith("xcb"):
        return None
    if not chosen and _has_wayland():
        return None
    display = os.environ.get("DISPLAY", "")
    if not display:
        return tr("Relapp's window needs a screen, and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    return _x_trouble(display)


def missing_library(error: Exception) -> str:
    """The sentence for a library of the system that Qt could not be loaded without."""
    name = str(error).partition(":")[0]
    return tr("Relapp's window needs {name}, a library of the system that is not installed.").format(name=name)


def _has_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name).exists()


def _x_trouble(display: str) -> str | None:
    import ctypes

    found = find_spec("PySide6")
    folders = found.submodule_search_locations if found is not None else None
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
        for plugin in (Path(folder, "Qt/plugins/platforms/libqxcb.so") for folder in folders or ()):
            ctypes.CDLL(str(plugin))  # Qt loads it anyway; this tells what it hangs on instead of aborting
    except OSError as error:
        return missing_library(error)
    xcb.xcb_connect.restype = ctypes.c_void_p
    line = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(line)
    xcb.xcb_disconnect(line)
    if refused:
        return tr("Relapp's window needs a screen, and the display {name} can't be opened.").format(name=display)
    return None
