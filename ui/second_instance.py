"""A second start of the same file: asks the first window to come forward. Knows no Qt, so that it is over in a moment.

The first start listens (`ui.doorbell`) on a socket named after the file; on Windows that is a named pipe.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zlib import adler32, crc32

RING = b"show"
"""What is sent, then a space, the activation token of the desktop (or nothing), and a line end."""
ASK = b"there"
"""The same, but the window stays where it is."""
HEARD = b"heard\n"
_LONGEST = 100  # bytes in the name of a Unix socket: 104 on macOS, 108 on Linux, the end included
_PATIENCE = 2.0


def address(file: Path) -> str:
    """Where the window of this file listens: one for each user and file, whatever way the file was named."""
    name = os.fsencode(os.path.normcase(os.path.realpath(file)))
    key = f"{crc32(name):08x}{adler32(name):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\relapp-{os.environ.get('USERNAME', '')}-{key}"
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("TMPDIR", ""), "/tmp"):
        found = os.path.join(folder, f"relapp-{os.getuid()}-{key}")
        if os.path.isdir(folder) and len(os.fsencode(found)) < _LONGEST:
            break
    return found


def knock(file: Path, *, silently: bool = False) -> bool:
    """Asks the window of this file to come forward, or, silently, only whether it is there.

    False when there is none, or when it does not answer in time.
    """
    name = address(file)
    if not os.path.exists(name):
        return False
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
    try:
        return _ask(name, b"%s %s\n" % (ASK if silently else RING, os.fsencode(token))) == HEARD
    except OSError:
        return False  # nobody listens any more: it was killed and left its name behind


def _ask(name: str, message: bytes) -> bytes:
    if sys.platform == "win32":
        with open(name, "r+b", buffering=0) as pipe:
            pipe.write(message)
            return pipe.readline()
    import socket

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_PATIENCE)
        line.connect(name)
        line.sendall(message)
        return line.recv(len(HEARD))
