"""A second start of the same file: asks the first window to come forward, before anything is imported.

The first start listens (`ui.doorbell`) on a socket named after the file; on Windows that is a named pipe. What this
file imports is there in every Python, or is made in C: `socket`, `pathlib` and `typing` each take longer than all else.
As a program of its own, `packaging/ring.sh` asks by it whether anybody is there.
"""

from __future__ import annotations

import os
import sys
from zlib import adler32, crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

RING = b"show"
"""What is sent, then a space, the activation token of the desktop (or nothing), and a line end."""
ASK = b"there"
"""The same, but the window stays where it is."""
HEARD = b"heard\n"
_LONGEST = 100  # bytes in the name of a Unix socket: 104 on macOS, 108 on Linux, the end included
_PATIENCE = 2.0


def answered(arguments: Sequence[str]) -> bool:
    """Whether these arguments only want a window, and the first one of that file has come forward for it.

    False leaves everything to the whole program, as does whatever isn't understood here.
    """
    rest, silently, file = list(arguments), False, ""
    while rest:
        word, equals, value = rest.pop(0).partition("=")
        if word == "--file" and (value or (rest and not equals)):
            file = value or rest.pop(0)
        elif word in ("--background", "--plain") and not equals:
            silently = silently or word == "--background"
        else:
            return False
    file = file or default_file()
    return bool(file) and knock(file, silently=silently)


def default_file() -> str:
    """Where the user's own file lies on Linux, by the XDG Base Directory Specification; "" elsewhere."""
    if not sys.platform.startswith("linux"):
        return ""
    data = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
    return os.path.join(data, "relapp", "relapp.db")


def address(file: str | os.PathLike[str]) -> str:
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


def quick_address(file: str | os.PathLike[str]) -> str:
    """The named pipe on which that window listens as well, for `packaging/ring.sh`; "" where there is none.

    A shell can't tell a file's one true name: this is the one it was opened by. The folder is the user's alone, by the
    XDG Base Directory Specification.
    """
    folder, name = os.environ.get("XDG_RUNTIME_DIR", ""), os.path.abspath(file)
    if sys.platform == "win32" or not os.path.isabs(folder) or "%" in name:
        return ""
    return f"{folder}/relapp-{name.replace('/', '%')}"


def knock(file: str | os.PathLike[str], *, silently: bool = False) -> bool:
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
    from _socket import AF_UNIX, SOCK_STREAM, socket  # what `socket` is made of

    line = socket(AF_UNIX, SOCK_STREAM)
    try:
        line.settimeout(_PATIENCE)
        line.connect(name)
        line.sendall(message)
        return line.recv(len(HEARD))
    finally:
        line.close()


if __name__ == "__main__":
    sys.exit(not answered(sys.argv[1:]))
