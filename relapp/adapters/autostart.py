"""Starting with the login: a desktop entry, a Run value of the registry, or a launch agent, by each system's papers.

One entry for each file, so that several may start. Only the desktop entry has been tried on a system; the other two are
written to their documentation and tested through files and the registry port.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path
from zlib import crc32

from relapp.adapters import folders
from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from relapp.ports import Autostart, RegistryValues

LONGEST_RUN = 260
"""Characters in a Run value: "Run and RunOnce Registry Keys", learn.microsoft.com."""
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_MAIN = Path(__file__).resolve().parents[2] / "main.py"


def autostart_for(file: Path) -> Autostart:
    """What starts the app with `file` on this system."""
    command = command_for(file, folders.data_file())
    name = entry_name(file, folders.data_file())
    if sys.platform == "win32":
        from relapp.adapters.registry import UserKey

        return RunKey(UserKey(RUN_KEY), name, command)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", name, command)
    return DesktopEntry(_config_home() / "autostart", name, command)


def entry_name(file: Path, default: Path) -> str:
    """ "relapp" for the default file, "relapp-" and a number of its own for any other."""
    place = os.path.normcase(os.path.abspath(file))
    if place == os.path.normcase(os.path.abspath(default)):
        return "relapp"
    return f"relapp-{crc32(os.fsencode(place)):08x}"


def command_for(file: Path, default: Path, python: str = sys.executable, *, frozen: bool | None = None) -> list[str]:
    """What is started: this very program, without a window, on `file`. A frozen build is its own interpreter."""
    if frozen is None:
        frozen = bool(getattr(sys, "frozen", False))
    command = [python] if frozen else [_without_console(python), str(_MAIN)]
    command.append("--background")
    if entry_name(file, default) != "relapp":
        command += ["--file", os.path.abspath(file)]
    return command


def _without_console(python: str) -> str:
    """python.exe opens a console, its neighbour pythonw.exe doesn't."""
    if not python.lower().endswith("python.exe"):
        return python
    quiet = f"{python[:-4]}w.exe"
    return quiet if os.path.exists(quiet) else python


def _config_home() -> Path:
    """By the XDG Base Directory Specification; a path that isn't absolute is to be ignored."""
    said = Path(os.environ.get("XDG_CONFIG_HOME") or "")
    return said if said.is_absolute() else Path.home() / ".config"


class DesktopEntry:
    """A file in the autostart folder: Desktop Application Autostart Specification 0.5."""

    def __init__(self, folder: Path, name: str, command: Sequence[str]) -> None:
        self._path = folder / f"{name}.desktop"
        self._command = command

    def is_on(self) -> bool:
        """False also when the desktop's own settings have switched the entry off."""
        parser = ConfigParser(interpolation=None, strict=False)
        try:
            parser.read_string(self._path.read_text("utf-8"))
            entry = parser["Desktop Entry"]
        except (OSError, UnicodeDecodeError, ConfigError, KeyError):
            return False
        return entry.get("Hidden") != "true" and entry.get("X-GNOME-Autostart-enabled") != "false"

    def turn_on(self) -> None:
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Relapp",
            f"Exec={exec_value(self._command)}",
            "Icon=relapp",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        _write(self._path, ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape"))

    def turn_off(self) -> None:
        _remove(self._path)


def exec_value(command: Sequence[str]) -> str:
    """The value of Exec: Desktop Entry Specification 1.5, "The Exec key".

    Every argument is quoted; within quotes the four reserved signs take a backslash; a percent sign is doubled. Then
    the value as a string has its backslashes doubled once more.
    """
    quoted = []
    for argument in command:
        for sign in ("\\", '"', "`", "$"):
            argument = argument.replace(sign, f"\\{sign}")
        quoted.append(f'"{argument}"'.replace("%", "%%"))
    return " ".join(quoted).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


class LaunchAgent:
    """A property list in ~/Library/LaunchAgents, read at login: launchd.plist(5)."""

    def __init__(self, folder: Path, name: str, command: Sequence[str]) -> None:
        self._label = f"app.{name}"
        self._path = folder / f"{self._label}.plist"
        self._command = command

    def is_on(self) -> bool:
        try:
            found = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        return isinstance(found, dict) and bool(found.get("RunAtLoad")) and not found.get("Disabled")

    def turn_on(self) -> None:
        agent = {
            "Label": self._label,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        _write(self._path, plistlib.dumps(agent))

    def turn_off(self) -> None:
        _remove(self._path)


class RunKey:
    """A value of HKEY_CURRENT_USER's Run key: a command line of at most 260 characters."""

    def __init__(self, values: RegistryValues, name: str, command: Sequence[str]) -> None:
        self._values = values
        self._name = name
        self._command = command

    def is_on(self) -> bool:
        try:
            return bool(self._values.read(self._name))
        except OSError:
            return False

    def turn_on(self) -> None:
        line = subprocess.list2cmdline(self._command)
        if len(line) > LONGEST_RUN:
            raise KnownError(
                tr(
                    "Windows starts nothing whose command is longer than {longest} characters, and this one has "
                    "{length}: move the app or the file to a shorter path."
                ).format(longest=LONGEST_RUN, length=len(line))
            )
        try:
            self._values.write(self._name, line)
        except OSError as error:
            raise _refused(rf"HKEY_CURRENT_USER\{RUN_KEY}", error) from error

    def turn_off(self) -> None:
        try:
            self._values.delete(self._name)
        except OSError as error:
            raise _refused(rf"HKEY_CURRENT_USER\{RUN_KEY}", error) from error


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a desktop that reads half an entry at login would say nothing."""
    half = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        raise _refused(str(path), error) from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(str(path), error) from error


def _refused(place: str, error: OSError) -> KnownError:
    reason = error.strerror or str(error)
    return KnownError(tr("{place} can't be changed: {reason}.").format(place=place, reason=reason))
