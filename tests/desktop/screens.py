"""A desktop to test on: a screen without a monitor, a session bus that starts nothing by itself, and a window manager.

Each part is a process of ours and is ended by its own id; nothing of the user's session is reached.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.waiting import wait_until

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""


@dataclass(frozen=True, slots=True)
class Desktop:
    """A running desktop; `env` is what a program needs in order to show itself there."""

    env: dict[str, str]

    def xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Do as a hand at mouse and keyboard would. The caller looks at the exit status where it matters."""
        command = ["xdotool", *words]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=30, check=False)

    def has_window_manager(self) -> bool:
        return self.xdotool("get_num_desktops").returncode == 0

    def windows_of(self, process: int) -> list[str]:
        """Ids of the visible windows of a process that have a title."""
        return self.xdotool("search", "--all", "--onlyvisible", "--pid", str(process), "--name", ".").stdout.split()

    def title_of(self, window: str) -> str:
        return self.xdotool("getwindowname", window).stdout.strip()

    def active_window(self) -> str:
        return self.xdotool("getactivewindow").stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys or chords, one after the other, as xdotool names them: "ctrl+k", "Return"."""
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--clearmodifiers", "--delay", "5", text)

    def ask_to_close(self, window: str) -> None:
        """What the button in the title bar does, by the window manager's own shortcut."""
        self.xdotool("windowactivate", "--sync", window, "key", "--clearmodifiers", "alt+F4")

    def picture(self, path: Path) -> Path:
        """The whole screen as a PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, timeout=30, check=True)
        return path


@contextmanager
def desktop(folder: Path, size: str = "1280x800") -> Iterator[Desktop]:
    """A desktop for as long as the block lasts; `folder` keeps its socket and logs."""
    with ExitStack() as parts:
        display = _announced(parts, folder, ["Xvfb", "-screen", "0", f"{size}x24", "-nolisten", "tcp"], "-displayfd")
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        bus = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork"]
        address = _announced(parts, folder, bus, "--print-address")
        env = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        env |= {"DISPLAY": f":{display}", "DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "xcb"}
        made = Desktop(env)
        with (folder / "openbox.log").open("w") as log:
            _ended_with(parts, subprocess.Popen(["openbox", "--sm-disable"], env=env, stdout=log, stderr=log))
        wait_until(made.has_window_manager, "the window manager")
        yield made


def _announced(parts: ExitStack, folder: Path, command: list[str], option: str) -> str:
    """Start a server that writes where it is found to a pipe, and read that line."""
    reading, writing = os.pipe()
    with (folder / f"{command[0]}.log").open("w") as log:
        option = f"{option}={writing}" if option.startswith("--") else f"{option} {writing}"
        server = subprocess.Popen([*command, *option.split()], stdout=log, stderr=log, pass_fds=[writing])
    _ended_with(parts, server)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        line = pipe.readline().strip()
    assert line, f"{command[0]} did not start: {(folder / f'{command[0]}.log').read_text()}"
    return line


def _ended_with(parts: ExitStack, process: subprocess.Popen[bytes]) -> None:
    def end() -> None:
        process.terminate()
        process.wait(timeout=20)

    parts.callback(end)
