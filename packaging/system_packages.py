"""What the program and its tests need from the system besides Python: looked for by use, installed only by apt as root.

Standard library only, since it runs before anything is installed. `system_packages.py run` is about the window, `test`
also about the desktop on which the tests show it; `desktop` only asks for both. Exit status 1: something is missing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# The libraries Qt opens by itself, and the Debian package of each. Without the xcb ones Qt aborts instead of raising.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
# What the tests show windows with: commands and fonts.
COMMANDS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "trayer": "trayer",
    "xprop": "x11-utils",
    "import": "imagemagick",
    "dbus-run-session": "dbus",
    "faketime": "faketime",
    "/usr/lib/notification-daemon/notification-daemon": "notification-daemon",
}
FONTS = {
    "dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
    "droid/DroidSansFallbackFull.ttf": "fonts-droid-fallback",
    "noto/NotoColorEmoji.ttf": "fonts-noto-color-emoji",
}
FONT_FOLDER = Path("/usr/share/fonts/truetype")


def missing_for_window() -> list[str]:
    """Packages whose library cannot be opened; empty where this is not Linux, since Qt brings all it needs there."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for name, package in LIBRARIES.items() if not _opens(name)]


def missing_for_desktop() -> list[str]:
    """Packages that the tests with a real window need and that are not here; only Linux has such a desktop to make."""
    if not sys.platform.startswith("linux"):
        return []
    commands = [package for name, package in COMMANDS.items() if shutil.which(name) is None]
    fonts = [package for name, package in FONTS.items() if not (FONT_FOLDER / name).exists()]
    return commands + fonts


def command_for(packages: list[str]) -> str:
    """The one command that installs them on Debian, Ubuntu and their kin."""
    return "sudo apt-get install " + " ".join(_named_here(package) for package in packages)


def install(packages: list[str]) -> None:
    """Install as root without asking anything."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say(f"Installing from the system's packages: {' '.join(packages)}")
    subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=True, stdin=subprocess.DEVNULL)
    names = [_named_here(package) for package in packages]
    subprocess.run(
        ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *names],
        env=quiet,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def say(text: str) -> None:
    """To stderr, so that the output of what follows stays its own."""
    print(text, file=sys.stderr, flush=True)


def main(purpose: str) -> int:
    """Look, install where that is allowed, else say what is missing. Returns the exit status."""
    needed = missing_for_window()
    wanted = missing_for_desktop() if purpose in ("test", "desktop") else []
    if purpose == "desktop":
        return _answer(needed + wanted)
    if not needed and not wanted:
        return 0
    if _may_install():
        return _install_and_look_again(needed, wanted)
    if needed:
        say(f"Qt needs system libraries that are not here. {_remedy(needed + wanted)}")
        return 1
    say(f"Tests with a real window are skipped. {_remedy(wanted)}")
    return 0


def _answer(packages: list[str]) -> int:
    """Whether a real window can be tested here, for the tests that ask: nothing is installed."""
    if packages:
        say(_remedy(packages))
    return 1 if packages else 0


def _install_and_look_again(needed: list[str], wanted: list[str]) -> int:
    try:
        install(needed + wanted)
    except (OSError, subprocess.CalledProcessError) as error:
        say(f"The system's packages could not be installed: {error}.")
    still = missing_for_window()
    if still:
        say(f"Qt still misses system libraries. {_remedy(still)}")
        return 1
    return 0


def _remedy(packages: list[str]) -> str:
    if shutil.which("apt-get") is None:
        return f"Install what your system calls these Debian packages: {' '.join(packages)}"
    return f"Install them with: {command_for(packages)}"


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _named_here(package: str) -> str:
    """Ubuntu 24.04 and Debian 13 renamed some libraries for 64-bit time; apt knows which name is right."""
    renamed = package + "t64"
    if package != "libglib2.0-0" or shutil.which("apt-cache") is None:
        return package
    known = subprocess.run(["apt-cache", "show", renamed], capture_output=True, check=False)
    return renamed if known.returncode == 0 else package


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
